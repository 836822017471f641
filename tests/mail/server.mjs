// A mail server of nodemailer's on a free loopback port. Prints the port, then a line of JSON for each message it took.
// A recipient at grey.example is put off once. Any user may sign in, with the password or the token of the tests.
// usage: node server.mjs SECRET   It ends with its input.
import { SMTPServer } from 'smtp-server';

const [secret] = process.argv.slice(2);
const known = new Set();

function refusal(code, text) {
  return Object.assign(new Error(text), { responseCode: code });
}

const server = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
  onAuth(auth, session, done) {
    const isRight = auth.method === 'XOAUTH2' ? auth.accessToken === secret : auth.password === secret;
    done(isRight ? null : refusal(535, '5.7.8 wrong'), isRight ? { user: `${auth.method} ${auth.username}` } : undefined);
  },
  onRcptTo({ address }, session, done) {
    const isNew = address.endsWith('@grey.example') && !known.has(address);
    known.add(address);
    done(isNew ? refusal(450, '4.7.1 Greylisted, try again later') : null);
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const message = Buffer.concat(chunks).toString('base64');
      console.log(JSON.stringify({ user: session.user ?? null, from: session.envelope.mailFrom.address, to, message }));
      done();
    });
  },
});

server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.on('end', () => process.exit()).resume();
