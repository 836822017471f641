# Writes the mails that orders.jsonl of a folder describes with Python's email package: python-0.eml, python-1.eml …
# usage: python3 write.py FOLDER
import base64
import datetime
import email.policy
import json
import sys
from email.headerregistry import Address
from email.message import EmailMessage


# Where it folds a header it loses spaces between encoded-words, and the quotes of names: it is told not to.
POLICY = email.policy.SMTP.clone(max_line_length=100_000)


def addresses(pairs):
    return [Address(name, addr_spec=address) for name, address in pairs]


def header_of(facts):
    mail = EmailMessage(policy=POLICY)
    mail['Subject'] = facts['subject']
    for field, key in (('From', 'from'), ('Reply-To', 'replyTo'), ('To', 'to'), ('Cc', 'cc')):
        if facts[key]:
            mail[field] = addresses(facts[key])
    mail['Date'] = datetime.datetime.fromisoformat(facts['date'].replace('Z', '+00:00'))
    mail['Message-ID'] = facts['messageId']
    return mail


def add_parts(mail, facts, contents):
    html = mail
    if facts['text']:
        mail.set_content(facts['text'])
    if facts['html'] and facts['text']:
        mail.add_alternative(facts['html'], subtype='html')
        html = mail.get_payload()[1]
    elif facts['html']:
        mail.set_content(facts['html'], subtype='html')
    for file, content in zip(facts['files'], contents):
        main, sub = file['type'].split('/')
        if file['disposition'] == 'inline':
            html.add_related(content, main, sub, cid=file['cid'], disposition='inline', filename=file['name'] or None)
    for file, content in zip(facts['files'], contents):
        main, sub = file['type'].split('/')
        if file['disposition'] == 'attachment':
            mail.add_attachment(content, main, sub, filename=file['name'])


with open(f'{sys.argv[1]}/orders.jsonl', encoding='utf-8') as orders:
    for number, line in enumerate(orders):
        order = json.loads(line)
        octets = [base64.b64decode(content) for content in order['contents']]
        mail = header_of(order['facts'])
        add_parts(mail, order['facts'], octets)
        with open(f'{sys.argv[1]}/python-{number}.eml', 'wb') as file:
            file.write(mail.as_bytes())
