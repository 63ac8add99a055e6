import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { readMailAddress } from '../mail/mail-address.rules';
import { projectRoot } from '../root';

/** The process does not start on a wrong environment; the message says which variable and what to write. */
export class SettingsError extends Error {}

export type TrustProxy = false | number | readonly string[];

/** Sign-in through the organisation's own OpenID Connect provider, found by its issuer. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client; PKCE is used either way. */
  readonly clientSecret: string | null;
  /** Which claim is the username here. */
  readonly claim: string;
  /** Nobody signs in without it. */
  readonly required: boolean;
  /** Where browsers find this server; the provider sends them back there. */
  readonly publicUrl: string;
}

/** The mail server notices go through, and what stands in their From. */
export interface MailSettings {
  /** `smtp://user:pass@host:port` or `smtps://…`. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Hours after the first failure until a notice is given up. */
  readonly giveUpHours: number;
  /** For how long whoever took a notice holds it against the other processes. */
  readonly leaseSeconds: number;
}

/** Everything the environment may say, read once. Paths are absolute; nothing else in the house reads `process.env`. */
export interface SettingsShape {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  /** Key prefix in Redis, so that two installations (or a test) can share a server. */
  readonly redisPrefix: string;
  /** clamd: a Unix socket's path, or `host:port`; null when nothing scans. */
  readonly clamdSocket: string | null;
  /** Null: off. */
  readonly oidc: OidcSettings | null;
  /** Null: notices stand on the officers' pages only. */
  readonly mail: MailSettings | null;
  readonly province: string;
  readonly serverSecret: string | null;
  readonly serverSecretFile: string;
  /** Whose X-Forwarded-For is believed: a number of proxies, or addresses and networks. False: nobody's. */
  readonly trustProxy: TrustProxy;
  /** Seconds without a turn of the clockwork after which the process ends. */
  readonly deadAfter: number;
  /** A file with the seconds by which this process's clock is ahead (or, negative, behind); null: never in production. */
  readonly testClockOffsetFile: string | null;
  readonly rateLimits: boolean;
  readonly twoFactor: boolean;
  readonly production: boolean;
  /** Until units hold their own keys the server holds one key and every page says so (KEYS K9). */
  readonly trialMode: boolean;
}

/** The one typed door to the environment. */
export class Settings implements SettingsShape {
  readonly port!: number;
  readonly dataDir!: string;
  readonly databaseUrl!: string | null;
  readonly redisUrl!: string | null;
  readonly redisPrefix!: string;
  readonly clamdSocket!: string | null;
  readonly oidc!: OidcSettings | null;
  readonly mail!: MailSettings | null;
  readonly province!: string;
  readonly serverSecret!: string | null;
  readonly serverSecretFile!: string;
  readonly trustProxy!: TrustProxy;
  readonly deadAfter!: number;
  readonly testClockOffsetFile!: string | null;
  readonly rateLimits!: boolean;
  readonly twoFactor!: boolean;
  readonly production!: boolean;
  readonly trialMode!: boolean;

  constructor(shape: SettingsShape) {
    Object.assign(this, shape);
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment (PROCESS §4).
 * @throws SettingsError naming the variable and the value that would be right.
 */
export function readSettings(env: Env): Settings {
  const production = env.NODE_ENV === 'production';
  const dataDir = resolve(given(env.DATA_DIR) ?? join(projectRoot, 'data'));
  const serverSecretFile = resolve(given(env.SERVER_SECRET_FILE) ?? join(projectRoot, 'secret', 'server.secret'));
  if (serverSecretFile.startsWith(dataDir + '/')) {
    throw new SettingsError(
      'SERVER_SECRET_FILE must lie outside DATA_DIR: a stolen data folder must not hold the key.',
    );
  }
  return new Settings({
    port: portOf(env.PORT),
    dataDir,
    databaseUrl: urlOf('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    redisUrl: urlOf('REDIS_URL', env.REDIS_URL, ['redis:', 'rediss:']),
    redisPrefix: given(env.REDIS_PREFIX) ?? 'phitak',
    clamdSocket: clamdOf(env.CLAMD_SOCKET),
    oidc: oidcOf(env, production),
    mail: mailOf(env),
    province: given(env.PROVINCE) ?? 'narathiwat',
    serverSecret: given(env.SERVER_SECRET),
    serverSecretFile,
    trustProxy: trustProxyOf(env.TRUST_PROXY),
    deadAfter: secondsOf('DEAD_AFTER', env.DEAD_AFTER, { usual: 300, fewest: FEWEST_DEAD_SECONDS }),
    testClockOffsetFile: testClockOf(env.TEST_CLOCK_OFFSET_FILE, production),
    rateLimits: switchOf('RATE_LIMITS', env.RATE_LIMITS, production),
    twoFactor: switchOf('TWO_FACTOR', env.TWO_FACTOR, production),
    production,
    trialMode: !production,
  });
}

function given(value: string | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed ? trimmed : null;
}

function portOf(value: string | undefined): number {
  const port = Number(given(value) ?? '3000');
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new SettingsError(`PORT must be a number from 0 to 65535, not "${value}".`);
}

function urlOf(name: string, value: string | undefined, protocols: readonly string[]): string | null {
  const text = given(value);
  if (text === null) return null;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocols.includes(protocol)) return text;
  throw new SettingsError(`${name} must begin with ${protocols[0]}//.`);
}

/** A round comes every half minute: a process that may be silent for less would be ended while it is well. */
const FEWEST_DEAD_SECONDS = 35;

const NAMED_NETWORKS: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

/** "true" would believe whatever a stranger writes, so it is not a choice. */
function trustProxyOf(value: string | undefined): TrustProxy {
  const text = given(value);
  if (text === null) return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  const networks = text.split(',').map((one) => one.trim());
  if (networks.every((one) => NAMED_NETWORKS.includes(one) || isNetwork(one))) return networks;
  throw new SettingsError(
    `TRUST_PROXY must be the number of proxies in front (1 to 9) or their addresses, such as "loopback" or "10.0.0.0/8", not "${text}".`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function clamdOf(value: string | undefined): string | null {
  const text = given(value);
  if (text === null || text.startsWith('/') || /^[^\s/:]+:\d{1,5}$/.test(text)) return text;
  throw new SettingsError('CLAMD_SOCKET must be the path of a Unix socket or host:port, such as 127.0.0.1:3310.');
}

function oidcOf(env: Env, production: boolean): OidcSettings | null {
  const issuer = given(env.OIDC_ISSUER);
  if (issuer === null) return null;
  const clientId = given(env.OIDC_CLIENT_ID);
  const publicUrl = given(env.PUBLIC_URL);
  if (clientId === null) throw new SettingsError('OIDC_CLIENT_ID must be set where OIDC_ISSUER is.');
  if (publicUrl === null)
    throw new SettingsError('PUBLIC_URL must be set where OIDC_ISSUER is, such as https://phitak.example.');
  const schemes = production ? ['https:'] : ['https:', 'http:'];
  return {
    issuer: urlOf('OIDC_ISSUER', issuer, schemes) ?? issuer,
    clientId,
    clientSecret: given(env.OIDC_CLIENT_SECRET),
    claim: given(env.OIDC_CLAIM) ?? 'preferred_username',
    required: switchOf('OIDC_REQUIRED', env.OIDC_REQUIRED ?? 'off', false),
    publicUrl: (urlOf('PUBLIC_URL', publicUrl, schemes) ?? publicUrl).replace(/\/+$/, ''),
  };
}

function secondsOf(name: string, value: string | undefined, { usual, fewest }: { usual: number; fewest: number }) {
  const seconds = Number(given(value) ?? usual);
  if (Number.isInteger(seconds) && seconds >= fewest && seconds <= 86_400) return seconds;
  throw new SettingsError(`${name} must be whole seconds from ${fewest} to 86400, not "${value}".`);
}

function testClockOf(value: string | undefined, production: boolean): string | null {
  const file = given(value);
  if (file === null) return null;
  if (production) throw new SettingsError('TEST_CLOCK_OFFSET_FILE is refused when NODE_ENV=production.');
  return resolve(file);
}

/** The message never quotes the address of the server: it may hold a password. */
function mailOf(env: Env): MailSettings | null {
  const url = urlOf('SMTP_URL', env.SMTP_URL, ['smtp:', 'smtps:']);
  if (url === null) return null;
  if (new URL(url).hostname === '') throw new SettingsError('SMTP_URL must name the server: smtp://host:port.');
  const hours = Number(given(env.MAIL_GIVE_UP_HOURS) ?? '24');
  if (!Number.isInteger(hours) || hours < 1 || hours > 24 * 14) {
    throw new SettingsError('MAIL_GIVE_UP_HOURS must be a whole number of hours from 1 to 336.');
  }
  return { url, from: mailFromOf(env.MAIL_FROM), giveUpHours: hours, leaseSeconds: mailLeaseOf(env.MAIL_LEASE) };
}

/**
 * At least twice the longest attempt, so that nobody else takes what is still being posted. The usual length leaves room
 * for machines whose clocks differ by ten minutes: to the one ahead a lease seems that much shorter.
 */
const mailLeaseOf = (value: string | undefined): number => secondsOf('MAIL_LEASE', value, { usual: 900, fewest: 120 });

function mailFromOf(value: string | undefined): MailSettings['from'] {
  const [, name = '', inside] = /^([^<>\r\n"]*)<([^<>]+)>$/.exec(given(value) ?? '') ?? [];
  const address = readMailAddress(inside ?? given(value) ?? '');
  if (address) return { name: name.trim(), address };
  throw new SettingsError('SMTP_URL needs MAIL_FROM: an address, or a neutral name and <address>.');
}

function switchOf(name: string, value: string | undefined, production: boolean): boolean {
  const text = given(value) ?? 'on';
  if (text !== 'on' && text !== 'off') throw new SettingsError(`${name} must be "on" or "off", not "${text}".`);
  if (text === 'off' && production) throw new SettingsError(`${name}=off is refused when NODE_ENV=production.`);
  return text === 'on';
}
