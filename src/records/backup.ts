import { existsSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { COMMAND } from '../audit/entry';
import { Clock } from '../platform/clock';
import { randomKey, sealKeyTo } from '../platform/crypto/sealing';
import { StreamSealer } from '../platform/crypto/secretstream';
import { ServerSecret } from '../platform/crypto/server-secret';
import { say } from '../platform/errors';
import { newId } from '../platform/ids';
import { fingerprintOf } from '../vault/recovery-sheet.rules';
import { boxContext, writeHead } from './backup-head';
import type { CurrentBackupKey } from './backup-keys';
import { BackupKeys } from './backup-keys';
import type { End } from './contents';
import { Copying } from './copying';
import { refused } from './errors';
import { FrameWriter } from './frames';

export type BackupReport = End & Pick<CurrentBackupKey, 'epoch'> & { readonly madeAt: string };

/**
 * Everything but the server secret and the sessions, as one sealed file, while the server goes on. What reaches the
 * disk is sealed; the file has its name only when it is whole.
 */
@Injectable()
export class Backup {
  constructor(
    private readonly keys: BackupKeys,
    private readonly copying: Copying,
    private readonly secret: ServerSecret,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws BackupRefused without a backup key, or when the file is there already. */
  async write(file: string): Promise<BackupReport> {
    if (existsSync(file)) throw refused(say(`มีแฟ้ม ${file} อยู่แล้ว`, `${file} is there already.`));
    const key = await this.keys.current();
    const madeAt = this.clock.now();
    const part = `${file}.${newId()}.part`;
    const end = await this.writePart(part, key, madeAt).catch(async (error: unknown) => {
      await rm(part, { force: true });
      throw error;
    });
    await rename(part, file);
    await sync(dirname(file));
    const data = { epoch: key.epoch, rows: end.rows, files: end.files, missing: end.missing };
    await this.audit.record({ actor: COMMAND, act: 'backup.made', subjectKind: 'backup', data });
    return { ...end, epoch: key.epoch, madeAt };
  }

  private async writePart(part: string, key: CurrentBackupKey, madeAt: string): Promise<End> {
    const file = await openNew(part);
    try {
      const writer = await this.begin(file, key, madeAt);
      const end = await this.copying.copy(writer);
      await writer.finish();
      return end;
    } finally {
      await file.close();
    }
  }

  private async begin(file: FileHandle, key: CurrentBackupKey, madeAt: string): Promise<FrameWriter> {
    const { province, epoch, publicKey } = key;
    const streamKey = randomKey();
    const sealer = new StreamSealer(streamKey);
    const { bytes, context } = writeHead(this.secret, {
      province,
      epoch,
      fingerprint: fingerprintOf(publicKey),
      madeAt,
      key: sealKeyTo(publicKey, boxContext({ province, epoch, madeAt }), streamKey).toString('base64'),
      stream: sealer.header.toString('base64'),
    });
    await file.appendFile(bytes);
    return new FrameWriter(file, sealer, context);
  }
}

async function openNew(part: string): Promise<FileHandle> {
  try {
    return await open(part, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refused(say(`เขียนแฟ้มไม่ได้ (${code})`, `The file cannot be written (${code}).`));
  }
}

/** The rename itself must survive a power cut. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
