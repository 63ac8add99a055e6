import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import { COMMAND } from '../audit/entry';
import { Clock } from '../platform/clock';
import { newKeyPair, randomKey } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Directory } from '../vault/directory';
import { fingerprintOf, splitKey, writeShare } from '../vault/recovery-sheet.rules';
import { serverShares } from '../vault/unit-epochs';
import { BackupKey } from './backup-key.entity';
import { refused } from './errors';

/** Two papers for two safes; either alone is worth nothing. */
export interface BackupSheets {
  readonly province: string;
  readonly epoch: number;
  readonly madeAt: string;
  readonly fingerprint: string;
  readonly shares: readonly [string, string];
  /** What each sheet carries of the server secret (KEYS K1). */
  readonly server: readonly [string, string];
}

export interface CurrentBackupKey {
  readonly province: string;
  readonly epoch: number;
  readonly publicKey: Buffer;
}

const ownerOf = (province: string): string => `backup|${province}`;

/** The pair that backups are sealed to: made once, its private half printed and forgotten. */
@Injectable()
export class BackupKeys {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly province: Province,
    private readonly secret: ServerSecret,
  ) {}

  /** @throws BackupRefused when there is one already and it is not to be replaced. */
  async make(replace: boolean): Promise<BackupSheets> {
    const pair = newKeyPair();
    const [first, second] = splitKey(pair.privateKey, randomKey());
    const { epoch, madeAt } = await this.database.write(() => this.enter(pair.publicKey, replace));
    const shares = [writeShare(first), writeShare(second)] as const;
    const server = serverShares(this.secret);
    return { province: this.province.code, epoch, madeAt, fingerprint: fingerprintOf(pair.publicKey), shares, server };
  }

  /** @throws BackupRefused before the first. @throws SealBroken when the stored key is not the one that was made. */
  async current(): Promise<CurrentBackupKey> {
    const row = await this.newest();
    if (!row) {
      throw refused(
        say(
          'ยังไม่มีกุญแจสำรองข้อมูล โปรดใช้คำสั่ง backup-key ก่อน',
          'There is no backup key yet. Run "npm run cli -- backup-key" first and keep its two sheets.',
        ),
      );
    }
    const { province, epoch, publicKey, mac } = row;
    return { province, epoch, publicKey: this.directory.check(ownerOf(province), epoch, publicKey, mac) };
  }

  private async enter(publicKey: Buffer, replace: boolean): Promise<BackupKey> {
    const known = await this.newest();
    if (known && !replace) {
      throw refused(
        say(
          'มีกุญแจสำรองข้อมูลอยู่แล้ว หากต้องการทำใหม่ให้เติม --replace (แฟ้มสำรองเดิมยังต้องใช้แผ่นเดิม)',
          'There is a backup key already. Add --replace for a new one; older backups still need their old sheets.',
        ),
      );
    }
    const { code: province } = this.province;
    const epoch = (known?.epoch ?? 0) + 1;
    const row: BackupKey = {
      id: newId(),
      province,
      epoch,
      publicKey: publicKey.toString('base64'),
      mac: this.directory.macOf(ownerOf(province), epoch, publicKey),
      madeAt: this.clock.now(),
    };
    await this.database.write((em) => em.insert(BackupKey, row));
    await this.audit.record({ actor: COMMAND, act: 'backup.key', subjectKind: 'backup', data: { epoch } });
    return row;
  }

  private newest(): Promise<BackupKey | null> {
    const where = { province: this.province.code };
    return this.database.reader.findOne(BackupKey, { where, order: { epoch: 'DESC' } });
  }
}
