import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { MailSettings } from '../platform/config/settings';
import { Settings } from '../platform/config/settings';
import { hkdfExpand, hmac } from '../platform/crypto/kdf';
import { ServerSecret } from '../platform/crypto/server-secret';
import type { Letter } from './letters';
import { errorCodeOf, serverIsAway } from './post.rules';

/** What became of one attempt. `away`: the server itself is not to be had, so the next mail need not be tried. */
export type Posted = { readonly sent: true } | { readonly sent: false; readonly code: string; readonly away: boolean };

/** Longer than this nobody waits for a mail server; MAIL_LEASE is longer still. */
const LONGEST_ATTEMPT_MS = 60_000;
const PATIENCE_MS = 15_000;

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** The mail server at the edge of the world (SMTP_URL). Nothing of what it says is kept but a code. */
@Injectable()
export class Post {
  constructor(
    private readonly settings: Settings,
    private readonly secret: ServerSecret,
  ) {}

  get isOn(): boolean {
    return this.settings.mail !== null;
  }

  get giveUpHours(): number {
    return this.settings.mail?.giveUpHours ?? 0;
  }

  get leaseMs(): number {
    return (this.settings.mail?.leaseSeconds ?? 0) * 1_000;
  }

  /** Never throws. Not inside a write. */
  async send(noticeId: string, to: string, letter: Letter): Promise<Posted> {
    const { mail } = this.settings;
    if (!mail) return { sent: false, code: 'OFF', away: true };
    const transport = createTransport(optionsOf(mail));
    try {
      const signal = AbortSignal.timeout(LONGEST_ATTEMPT_MS);
      await transport.sendMail({ ...this.mailOf(mail, noticeId, to, letter), signal });
      return { sent: true };
    } catch (error) {
      return { sent: false, code: errorCodeOf(error), away: serverIsAway(error) };
    } finally {
      transport.close();
    }
  }

  private mailOf({ from }: MailSettings, noticeId: string, to: string, { subject, text }: Letter) {
    return {
      from,
      to: { name: '', address: to },
      subject,
      text,
      // Thai is half as long as in quoted-printable.
      textEncoding: 'base64' as const,
      messageId: this.messageId(noticeId, from.address),
      xMailer: false as const,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  /**
   * The same for every attempt of one notice, so that a mail which was sent twice can be known by it. Keyed: a mail
   * provider's list beside a stolen database must not tell whose case it was.
   */
  private messageId(noticeId: string, from: string): string {
    const key = hkdfExpand(this.secret.subkey('address'), 'phitak/v1/message-id');
    return `<${hmac(key, noticeId).toString('hex').slice(0, 40)}@${domainOf(from)}>`;
  }
}

/** Encrypted on the way unless the server stands on this machine; our own name is not told. */
function optionsOf({ url, from }: MailSettings) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const near = LOOPBACK.includes(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 25,
    secure,
    requireTLS: !secure && !near,
    ignoreTLS: !secure && near,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    name: domainOf(from.address),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    logger: false,
    debug: false,
  };
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
