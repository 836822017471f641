# Reads 0.eml, 1.eml … of a folder with Python's email package and prints what each says, a line of JSON a mail.
# usage: python3 read.py FOLDER COUNT
import datetime
import email
import email.policy
import hashlib
import json
import sys
from email.header import decode_header, make_header
from email.utils import getaddresses


def mailboxes(old, field):
    # The new reader of names puts a space between two encoded-words (RFC 2047 §6.2 has none); the old one does not.
    return [[str(make_header(decode_header(name))), address] for name, address in getaddresses(old.get_all(field, []))]


# RFC 2231 §4 lets a plain parameter stand beside the extended one, and the extended one is taken; the reader does take
# it, and still calls the other a duplicate.
def is_known(defect):
    return 'duplicate parameter name' in str(defect)


# Each look at a field parses it anew, so there is one look.
def fields_of(part, bad):
    fields = {name.lower(): value for name, value in part.items()}
    found = list(part.defects) + [defect for value in fields.values() for defect in value.defects]
    bad += [repr(defect) for defect in found if not is_known(defect)]
    return fields


def text_of(mail, kind):
    body = mail.get_body(preferencelist=(kind,))
    return '' if body is None else body.get_content().replace('\r\n', '\n')


def file_of(part, fields):
    disposition = fields['content-disposition']
    return {'name': disposition.params.get('filename', ''), 'type': fields['content-type'].content_type,
            'disposition': disposition.content_disposition, 'cid': str(fields.get('content-id', '')),
            'hash': hashlib.sha256(part.get_payload(decode=True)).hexdigest()}


for number in range(int(sys.argv[2])):
    raw = open(f'{sys.argv[1]}/{number}.eml', 'rb').read()
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    old = email.message_from_bytes(raw)
    bad = []
    parts = [(part, fields_of(part, bad)) for part in mail.walk()]
    assert not bad, (number, bad)
    top = parts[0][1]
    print(json.dumps({
        'subject': str(top['subject']), 'from': mailboxes(old, 'from'), 'replyTo': mailboxes(old, 'reply-to'),
        'to': mailboxes(old, 'to'), 'cc': mailboxes(old, 'cc'),
        'date': top['date'].datetime.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ'),
        'messageId': str(top['message-id']), 'text': text_of(mail, 'plain'), 'html': text_of(mail, 'html'),
        'files': [file_of(part, fields) for part, fields in parts if 'content-disposition' in fields]}))
