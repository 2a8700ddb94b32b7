// A mail server that takes everything and shows it over REST. Prints its two ports, then runs until its input ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailDev } from 'maildev';

const mailDirectory = mkdtempSync(join(tmpdir(), 'nots-mail-'));
const servers = await new MailDev({ smtp: 0, ip: '127.0.0.1', web: 0, webIp: '127.0.0.1', silent: true, mailDirectory }).start();
console.log(JSON.stringify({ smtp: servers.smtp.port, rest: servers.api.getPort() }));
process.stdin.resume().on('end', () => {
  rmSync(mailDirectory, { recursive: true, force: true });
  process.exit(0);
});
