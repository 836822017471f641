// Writes the mails that orders.jsonl of a folder describes with nodemailer: nodemailer-0.eml, nodemailer-1.eml …
// usage: node write.mjs FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

const folder = process.argv[2];
const mailboxes = pairs => pairs.map(([name, address]) => ({ name, address }));
const orders = readFileSync(`${folder}/orders.jsonl`, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));

for (const [number, { facts, contents }] of orders.entries()) {
  const octets = await new MailComposer({
    subject: facts.subject, from: mailboxes(facts.from), replyTo: mailboxes(facts.replyTo), to: mailboxes(facts.to), cc: mailboxes(facts.cc),
    date: facts.date, messageId: facts.messageId, text: facts.text || undefined, html: facts.html || undefined,
    attachments: facts.files.map((file, i) => ({
      filename: file.name || false, contentType: file.type, contentDisposition: file.disposition, content: Buffer.from(contents[i], 'base64'),
      cid: file.cid ? file.cid.slice(1, -1) : undefined,
    })),
  }).compile().build();
  writeFileSync(`${folder}/nodemailer-${number}.eml`, octets);
}
