import type { FileHandle } from 'node:fs/promises';
import { hmac, sameBytes, sha256 } from '../platform/crypto/kdf';
import type { ServerSecret } from '../platform/crypto/server-secret';
import { say } from '../platform/errors';
import { BROKEN, FOREIGN, refused } from './errors';

/** What stands readable at the front of a backup: enough to ask for the right sheets, nothing of what is inside. */
export interface BackupHead {
  readonly province: string;
  /** Of the backup key it is sealed to. */
  readonly epoch: number;
  readonly fingerprint: string;
  readonly madeAt: string;
  /** The stream's key in a box for the backup key, base64. */
  readonly key: string;
  /** The stream's own header, base64. */
  readonly stream: string;
}

export interface ReadHead {
  readonly head: BackupHead;
  /** AAD of every piece: a stream stands under its own head or does not open. */
  readonly context: Buffer;
  /** Where the stream begins, in bytes. */
  readonly end: number;
}

const MAGIC = Buffer.from('PHITAK-BACKUP-1\n');
const LENGTH = 4;
const LONGEST = 4_096;
const MAC = 32;

/** What the box of the stream's key is bound to (KEYS K3). */
export const boxContext = ({ province, epoch, madeAt }: Pick<BackupHead, 'province' | 'epoch' | 'madeAt'>): string =>
  `v1|backup|${province}|${epoch}|${madeAt}`;

/**
 * `magic ‖ length ‖ head ‖ HMAC(backup subkey, head)`: anybody may seal to a public key, but only who has S makes a
 * backup that restores.
 */
export function writeHead(secret: ServerSecret, head: BackupHead): { bytes: Buffer; context: Buffer } {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(text.length);
  return { bytes: Buffer.concat([MAGIC, length, text, macOf(secret, text)]), context: sha256(text) };
}

/** @throws BackupRefused when it is none, or was made with another server secret. */
export async function readHead(secret: ServerSecret, file: FileHandle): Promise<ReadHead> {
  const front = await bytesAt(file, 0, MAGIC.length + LENGTH);
  if (!front?.subarray(0, MAGIC.length).equals(MAGIC)) throw refused(FOREIGN);
  const length = front.readUInt32BE(MAGIC.length);
  const text = length <= LONGEST ? await bytesAt(file, front.length, length) : null;
  const mac = text && (await bytesAt(file, front.length + length, MAC));
  if (!text || !mac) throw refused(BROKEN);
  if (!sameBytes(mac, macOf(secret, text))) throw refused(OTHER_SECRET);
  return { head: JSON.parse(text.toString()) as BackupHead, context: sha256(text), end: front.length + length + MAC };
}

const OTHER_SECRET = say(
  'ความลับของเครื่องแม่ข่าย (SERVER_SECRET หรือรหัสสองบรรทัดที่ขึ้นต้นด้วย S) ไม่ตรงกับเครื่องที่สำรองข้อมูลไว้ หรือส่วนหัวของแฟ้มถูกแก้ไข',
  'SERVER_SECRET (or the two lines with S) is not the one of the machine that made this backup, or its head was changed. Nothing was written.',
);

const macOf = (secret: ServerSecret, text: Buffer): Buffer => hmac(secret.subkey('backup'), text);

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytesRead === length ? bytes : null;
}
