import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Settings } from '../config/settings';
import { hkdf } from './kdf';

/** Every right of the group and of everybody else. */
const OTHERS = 0o077;

/** The server secret cannot be read, is not 32 bytes, or is not the one this database was made with. */
export class ServerSecretError extends Error {}

/**
 * What each subkey is for (KEYS K1). `trial` wraps the unit keys the server holds until units hold their own (K9);
 * `backup` proves that a backup was made with this S; `evidence` keys the hash of an original, so that a stolen database confirms no guessed file.
 */
export type Subkey =
  | 'receipt'
  | 'member'
  | 'directory'
  | 'session'
  | 'wall'
  | 'audit'
  | 'address'
  | 'evidence'
  | 'backup'
  | 'trial'
  | 'check';

/** S and its subkeys. A stolen database without S opens nothing. */
export class ServerSecret {
  private readonly subkeys = new Map<Subkey, Buffer>();

  constructor(private readonly secret: Buffer) {
    if (secret.length !== 32) throw new ServerSecretError('The server secret must be 32 bytes (64 hex digits).');
  }

  /** S itself, for the recovery sheets and for nothing else: whoever asks hands on two shares and forgets it (KEYS K1). */
  forSheets(): Buffer {
    return Buffer.from(this.secret);
  }

  /** `HKDF(S, info = "phitak/v1/" + label)`, 32 bytes. */
  subkey(label: Subkey): Buffer {
    const known = this.subkeys.get(label);
    if (known) return known;
    const made = hkdf(this.secret, `phitak/v1/${label}`);
    this.subkeys.set(label, made);
    return made;
  }
}

/**
 * Reads S from SERVER_SECRET or its file; makes the file (0600) at the first start.
 * @throws ServerSecretError when it is there but unusable, or readable by others.
 */
export function readServerSecret(settings: Settings): ServerSecret {
  if (settings.serverSecret !== null) return new ServerSecret(decode(settings.serverSecret));
  if (!existsSync(settings.serverSecretFile)) makeFile(settings.serverSecretFile);
  mustBePrivate(settings.serverSecretFile);
  return new ServerSecret(decode(readFileSync(settings.serverSecretFile, 'utf8')));
}

function makeFile(file: string): void {
  try {
    keepServerSecret(file, randomBytes(32));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Writes S where it is read from, for its owner alone (0600). A file that is there already is left as it is: EEXIST. */
export function keepServerSecret(file: string, secret: Buffer): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, secret.toString('hex') + '\n', { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
}

/** Windows has no modes. */
function mustBePrivate(file: string): void {
  if (process.platform === 'win32' || (statSync(file).mode & OTHERS) === 0) return;
  throw new ServerSecretError(`The server secret can be read by others. Run: chmod 600 "${file}"`);
}

function decode(text: string): Buffer {
  const hex = text.trim();
  if (!/^[0-9a-fA-F]{64}$/.test(hex)) throw new ServerSecretError('The server secret must be 64 hex digits.');
  return Buffer.from(hex, 'hex');
}
