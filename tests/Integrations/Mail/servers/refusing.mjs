// Mail servers that want a password (user "nots", password "right") and, by the recipient's name, refuse, defer, hang up or fall
// silent. One speaks in the clear, one offers STARTTLS, one is TLS from the first byte. Prints their ports, then a line for every
// message taken and for every silence, and runs until its input ends. Arguments: files of certificate and key.
import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const [cert, key] = process.argv.slice(2).map((file) => readFileSync(file));

const refusal = (responseCode, message) => Object.assign(new Error(message), { responseCode });

const recipients = {
  unknown: () => refusal(550, 'no such mailbox'),
  busy: () => refusal(451, 'try again later'),
};

const contents = {
  toobig: () => refusal(552, 'too big'),
  full: () => refusal(452, 'disk full'),
};

const nameOf = (address) => address.address.split('@')[0];

function server(name, options) {
  return new Promise((resolve) => {
    const smtp = new SMTPServer({
      authMethods: ['PLAIN'],
      allowInsecureAuth: true,
      onAuth(auth, _session, done) {
        if (auth.username === 'locked') return done(refusal(454, 'temporary authentication failure'));
        return auth.username === 'nots' && auth.password === 'right' ? done(null, { user: auth.username }) : done(refusal(535, 'wrong password'));
      },
      onRcptTo(address, session, done) {
        const recipient = nameOf(address);
        if (recipient === 'silent') return console.log(JSON.stringify({ server: name, silent: true }));
        if (recipient === 'hangup') return smtp.connections.forEach((connection) => connection._socket.destroy());
        done(recipients[recipient]?.());
      },
      onData(stream, session, done) {
        stream.resume().on('end', () => {
          const refused = contents[nameOf(session.envelope.rcptTo[0])]?.();
          if (!refused) console.log(JSON.stringify({ server: name, user: session.user, secure: session.secure, envelope: session.envelope.rcptTo.map((to) => to.address) }));
          done(refused);
        });
      },
      ...options,
    });
    smtp.on('error', () => {}); // A client that breaks off is what the tests want.
    smtp.listen(0, '127.0.0.1', () => resolve(smtp.server.address().port));
  });
}

console.log(JSON.stringify({
  clear: await server('clear', { disabledCommands: ['STARTTLS'] }),
  open: await server('open', { disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true }),
  starttls: await server('starttls', { cert, key }),
  tls: await server('tls', { secure: true, cert, key }),
}));
process.stdin.resume().on('end', () => process.exit(0));
