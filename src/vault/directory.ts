import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { hmac, sameBytes } from '../platform/crypto/kdf';
import { SealBroken, newKeyPair, seal } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { trialContext, unitOwner } from './binding';
import { UnitKey } from './unit.entities';
import type { UnitCode } from './units';

export interface UnitPublicKey {
  readonly unit: UnitCode;
  readonly epoch: number;
  readonly publicKey: Buffer;
}

/** Some member's keyring knows another key under this epoch (KEYS K4); said of the key that stands there now. */
export const isDistrusted = ({ distrusted, publicKey }: Pick<UnitKey, 'distrusted' | 'publicKey'>): boolean =>
  distrusted === publicKey;

/** Public keys are trusted for their MAC, not for lying in the database (KEYS K4). */
@Injectable()
export class Directory {
  constructor(
    private readonly database: Database,
    private readonly secret: ServerSecret,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** `HMAC(directory subkey, owner|epoch|key)`, base64. */
  macOf(owner: string, epoch: number, publicKey: Buffer): string {
    return hmac(this.secret.subkey('directory'), `${owner}|${epoch}|${publicKey.toString('base64')}`).toString(
      'base64',
    );
  }

  /** @throws SealBroken when the stored key is not the one that was entered: refuse and alarm. */
  check(owner: string, epoch: number, publicKey: string, mac: string): Buffer {
    const key = Buffer.from(publicKey, 'base64');
    if (!sameBytes(Buffer.from(this.macOf(owner, epoch, key)), Buffer.from(mac))) throw new SealBroken();
    return key;
  }

  /**
   * The key that is sealed to now; null as long as the unit was not born. In trial mode the server makes one when it is
   * first needed and holds its private half (KEYS K9).
   * @throws SealBroken when it was swapped, by its MAC or by what a member's keyring holds.
   */
  async current(province: string, unit: UnitCode): Promise<UnitPublicKey | null> {
    const row =
      (await this.newest(province, unit)) ?? (this.settings.trialMode ? await this.make(province, unit) : null);
    if (!row || (row.trialPrivate !== null && !this.settings.trialMode)) return null;
    if (isDistrusted(row)) throw new SealBroken();
    return { unit, epoch: row.epoch, publicKey: this.publicKeyOf(row) };
  }

  /** Every epoch of these units, each with the key it was entered with. @throws SealBroken */
  async epochs(province: string, units: readonly UnitCode[]): Promise<readonly UnitKey[]> {
    if (units.length === 0) return [];
    const rows = await this.database.reader.findBy(UnitKey, { province, unit: In([...units]) });
    for (const row of rows) this.publicKeyOf(row);
    return rows;
  }

  /**
   * A member's keyring says that these are not the keys it knew: nothing is sealed to them until the rows are repaired.
   * Not inside a write, which would take it back.
   */
  async distrust(keys: readonly Pick<UnitKey, 'id' | 'publicKey'>[]): Promise<void> {
    if (this.database.isWriting) return;
    await this.database.write(async (em) => {
      for (const { id, publicKey } of keys) await em.update(UnitKey, { id, publicKey }, { distrusted: publicKey });
    });
  }

  /** Every unit that has a key. */
  async units(province: string): Promise<readonly UnitCode[]> {
    const rows = await this.database.reader.find(UnitKey, { select: { unit: true }, where: { province } });
    return [...new Set(rows.map(({ unit }) => unit as UnitCode))];
  }

  newest(province: string, unit: UnitCode): Promise<UnitKey | null> {
    return this.database.reader.findOne(UnitKey, { where: { province, unit }, order: { epoch: 'DESC' } });
  }

  /** A new key of a unit, to be held by its members. Inside a write; two at once meet at the index. */
  async enter(province: string, unit: UnitCode, epoch: number, publicKey: Buffer): Promise<void> {
    await this.database.write((em) => em.insert(UnitKey, this.row(province, unit, epoch, publicKey, null)));
  }

  publicKeyOf({ province, unit, epoch, publicKey, mac }: UnitKey): Buffer {
    return this.check(unitOwner(province, unit), epoch, publicKey, mac);
  }

  /** Two processes at once: the first wins, the second reads hers. */
  private async make(province: string, unit: UnitCode): Promise<UnitKey> {
    const { publicKey, privateKey } = newKeyPair();
    const sealed = seal(this.secret.subkey('trial'), trialContext(province, unit, 1), privateKey).toString('base64');
    const row = this.row(province, unit, 1, publicKey, sealed);
    await this.database.write((em) => em.createQueryBuilder().insert().into(UnitKey).values(row).orIgnore().execute());
    const made = await this.newest(province, unit);
    if (!made) throw new SealBroken();
    return made;
  }

  private row(
    province: string,
    unit: UnitCode,
    epoch: number,
    publicKey: Buffer,
    trialPrivate: string | null,
  ): UnitKey {
    return {
      id: newId(),
      province,
      unit,
      epoch,
      publicKey: publicKey.toString('base64'),
      mac: this.macOf(unitOwner(province, unit), epoch, publicKey),
      trialPrivate,
      distrusted: null,
      madeAt: this.clock.now(),
    };
  }
}
