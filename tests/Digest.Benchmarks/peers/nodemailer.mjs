// Sends letters of their own to many recipients through nodemailer's pool and prints one line like the others.
// node nodemailer.mjs --port 2525 --connections 8 --letters 2000 --size 40000
import nodemailer from 'nodemailer';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const port = option('port', 2525);
const connections = option('connections', 8);
const letters = option('letters', 2000);
const size = option('size', 40000);

const paragraph = '社区动态第六期，本周合并了四百个变更，其中三十个与调度有关。';
// Base64 makes four octets of three, and a character here is three octets: half the text each for plain and HTML.
const repeats = Math.ceil(size / 2 / (paragraph.length * 4));
const text = `${paragraph}\n`.repeat(repeats);
const html = `<p>${paragraph}</p>`.repeat(repeats);

const transport = nodemailer.createTransport({
  pool: true, host: '127.0.0.1', port, secure: false, ignoreTLS: true,
  maxConnections: connections, maxMessages: Infinity,
});
const letter = (number) => {
  const link = `https://news.example/u/${number.toString(36).padStart(40, 'x')}`;
  return {
    from: '社区动态 <weekly@news.example>',
    to: { name: `读者 ${number}`, address: `reader${number}@sink.example` },
    subject: '社区动态第六期(12.26-01.16)',
    text: `${text}${link}\n`,
    html: `${html}<p><a href="${link}">退订</a></p>`,
    headers: { 'List-Unsubscribe': `<${link}>` },
  };
};

const started = process.hrtime.bigint();
const cpu = process.cpuUsage();
let next = 0;
const send = async () => {
  while (next < letters) await transport.sendMail(letter(next++));
};
await Promise.all(Array.from({ length: connections * 2 }, send));
transport.close();

const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const used = process.cpuUsage(cpu);
const memory = process.resourceUsage().maxRSS / 1024;
console.log(`nodemailer: ${letters} letters, ${seconds.toFixed(2)} s, ${(letters / seconds).toFixed(0)} letters/s, `
  + `${((used.user + used.system) / letters).toFixed(1)} us CPU/letter, ${memory.toFixed(0)} MiB peak`);
