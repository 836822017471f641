// Reads 0.eml, 1.eml … of a folder with mailparser or postal-mime and prints what each says, a line of JSON a mail.
// usage: node read.mjs mailparser|postal-mime FOLDER COUNT
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

const [parser, folder, count] = process.argv.slice(2);
const hash = octets => createHash('sha256').update(Buffer.from(octets)).digest('hex');
const lines = text => (text || '').replaceAll('\r\n', '\n');
const utc = date => new Date(date).toISOString().replace('.000Z', 'Z');
const pairs = list => (list ?? []).map(one => [one.name ?? '', one.address]);

async function readWithMailparser(raw) {
  const mail = await simpleParser(raw, { keepCidLinks: true, skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
  return {
    subject: mail.subject, from: pairs(mail.from?.value), replyTo: pairs(mail.replyTo?.value), to: pairs(mail.to?.value),
    cc: pairs(mail.cc?.value), date: utc(mail.date), messageId: mail.messageId, text: lines(mail.text), html: lines(mail.html),
    files: mail.attachments.map(file => ({
      name: file.filename ?? '', type: file.contentType, disposition: file.contentDisposition, cid: file.contentId ?? '', hash: hash(file.content),
    })),
  };
}

async function readWithPostalMime(raw) {
  const mail = await PostalMime.parse(raw);
  return {
    subject: mail.subject, from: pairs([mail.from]), replyTo: pairs(mail.replyTo), to: pairs(mail.to), cc: pairs(mail.cc),
    date: utc(mail.date), messageId: mail.messageId, text: lines(mail.text), html: lines(mail.html),
    files: mail.attachments.map(file => ({
      name: file.filename ?? '', type: file.mimeType, disposition: file.disposition, cid: file.contentId ?? '', hash: hash(file.content),
    })),
  };
}

const read = { mailparser: readWithMailparser, 'postal-mime': readWithPostalMime }[parser];
for (let number = 0; number < Number(count); number++)
  console.log(JSON.stringify(await read(readFileSync(`${folder}/${number}.eml`))));
