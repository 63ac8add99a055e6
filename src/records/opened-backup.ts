import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { KeyPair } from '../platform/crypto/sealing';
import { openKey, publicKeyOf } from '../platform/crypto/sealing';
import { StreamOpener } from '../platform/crypto/secretstream';
import type { ServerSecret } from '../platform/crypto/server-secret';
import { say } from '../platform/errors';
import { fingerprintOf, joinShares, readShare } from '../vault/recovery-sheet.rules';
import type { ReadHead } from './backup-head';
import { boxContext, readHead } from './backup-head';
import { refused } from './errors';
import type { Frame } from './frames';
import { FrameReader } from './frames';

/** A backup with its head read and its key at hand; it may be read from the front as often as needed. */
export class OpenedBackup {
  private constructor(
    private readonly file: FileHandle,
    private readonly read: ReadHead,
    private readonly key: Buffer,
  ) {}

  /**
   * @param sheets both shares as they were typed
   * @throws BackupRefused when it is no backup, of another machine, or these are not its sheets.
   */
  static async open(path: string, secret: ServerSecret, sheets: readonly string[]): Promise<OpenedBackup> {
    const file = await opened(path);
    try {
      const read = await readHead(secret, file);
      const { head } = read;
      const pair = pairOf(sheets);
      if (fingerprintOf(pair.publicKey) !== head.fingerprint) throw refused(otherSheets(head.epoch, head.fingerprint));
      const key = openKey(pair, boxContext(head), Buffer.from(head.key, 'base64'));
      return new OpenedBackup(file, read, key);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get head(): ReadHead['head'] {
    return this.read.head;
  }

  frames(): AsyncGenerator<Frame> {
    const opener = new StreamOpener(this.key, Buffer.from(this.head.stream, 'base64'));
    return new FrameReader(this.file, opener, this.read.context, this.read.end).frames();
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

function pairOf(sheets: readonly string[]): KeyPair {
  const [first, second] = sheets.map(readShare);
  if (sheets.length !== 2 || !first || !second) throw refused(NO_SHEETS);
  const privateKey = joinShares(first, second);
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refused(say(`เปิดแฟ้มสำรองไม่ได้ (${code})`, `The backup cannot be read (${code}).`));
  }
}

const NO_SHEETS = say(
  'ต้องป้อนรหัสจากใบกู้ข้อมูลสำรองทั้งสองใบ ใบละหนึ่งบรรทัด มีอย่างน้อยหนึ่งบรรทัดพิมพ์ผิด',
  'The codes of both recovery sheets are needed, one a line; at least one of them is missing or mistyped.',
);

const otherSheets = (epoch: number, fingerprint: string) =>
  say(
    `ใบกู้ข้อมูลสำรองไม่ตรงกับแฟ้มสำรองนี้ ต้องใช้ใบชุดที่ ${epoch} ลายนิ้วมือ ${fingerprint}`,
    `These are not the sheets of this backup. It needs key ${epoch}, fingerprint ${fingerprint}.`,
  );
