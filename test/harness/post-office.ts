import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Calendars } from '../../src/deadlines/calendars';
import { Notices } from '../../src/notices/notices';
import { isOfficeTime } from '../../src/notices/post.rules';
import { Sending } from '../../src/notices/sending';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { House } from './app';

export interface Delivered {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** As it came over the wire. */
  readonly raw: string;
}

/** A mail server at the edge of the world: it takes, refuses by name, hesitates, and can be closed for a day. */
export class PostOffice {
  readonly mails: Delivered[] = [];
  /** Connections, whether or not a mail came of them. */
  knocks = 0;
  /** What the server says to a recipient; null: welcome. A real one quotes the address. */
  refuses: (to: string) => { readonly code: number; readonly says: string } | null = () => null;
  /** Runs when a mail is in and before the server says so. */
  beforeTaking: () => Promise<void> = () => Promise.resolve();
  private server: SMTPServer | null = null;
  private port = 0;

  /** `smtp://…`, the same address after every opening. */
  async open(): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      onConnect: (_session, done) => {
        this.knocks++;
        done();
      },
      onRcptTo: ({ address }, _session, done) => {
        const no = this.refuses(address);
        done(no ? Object.assign(new Error(no.says), { responseCode: no.code }) : undefined);
      },
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const mail = read(Buffer.concat(pieces).toString('utf8'), session.envelope.rcptTo[0]?.address ?? '');
          void this.beforeTaking().then(() => {
            this.mails.push(mail);
            done();
          });
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
    return `smtp://127.0.0.1:${this.port}`;
  }

  get isOpen(): boolean {
    return this.server !== null;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  to(address: string): readonly Delivered[] {
    return this.mails.filter(({ to }) => to === address);
  }
}

/** What can be posted at this moment is posted, also by the house's own turn beside us. */
export async function allPosted({ server: { app }, clock }: House): Promise<void> {
  await app.get(Notices).read();
  for (;;) {
    await app.get(Sending).run();
    const now = clock.now();
    // What is being taken at this moment is neither due to us nor held yet.
    const due = isOfficeTime(app.get(Calendars).inForce, now) ? 'next_at <= $1' : `next_at <= $1 AND kind = 'reprisal'`;
    const text = `SELECT id FROM notice WHERE leased_until > $1 OR (${due})`;
    if ((await sql(app.get(Database).reader, text, [now])).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function read(raw: string, to: string): Delivered {
  const [head = '', body = ''] = raw.split(/\r\n\r\n/, 2);
  const header = (name: string): string =>
    new RegExp(`^${name}: ((?:.*)(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? '';
  const isBase64 = /base64/i.test(header('Content-Transfer-Encoding'));
  return {
    to,
    subject: words(header('Subject')),
    text: isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body,
    messageId: header('Message-ID'),
    raw,
  };
}

/** RFC 2047. */
const words = (text: string): string =>
  text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_all, how: string, coded: string) =>
    how.toUpperCase() === 'B'
      ? Buffer.from(coded, 'base64').toString('utf8')
      : Buffer.from(
          coded
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  );
