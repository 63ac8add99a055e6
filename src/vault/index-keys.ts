import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import type { Looker } from '../access/looker';
import { hkdf, hkdfExpand, hmac } from '../platform/crypto/kdf';
import { open, openKey, seal, sealKeyTo } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { indexContext, indexOwner, unitOwner } from './binding';
import { Directory, isDistrusted } from './directory';
import { IndexKey } from './index.entities';
import type { UnitKey } from './unit.entities';
import type { KeyBunch } from './unit-keys';
import { UnitKeys } from './unit-keys';
import type { UnitCode } from './units';
import { HANDLERS, readerKey, readerNameOf, unitsOf } from './units';

/** One epoch of a unit's index, opened: labels and blocks (KEYS K10). */
export class IndexRing {
  private readonly k1: Buffer;
  private readonly k2: Buffer;

  constructor(
    readonly province: string,
    readonly unit: UnitCode,
    readonly epoch: number,
    /** What is added goes to the epoch of today alone. */
    readonly isCurrent: boolean,
    secret: Buffer,
  ) {
    this.k1 = hkdfExpand(secret, 'phitak/v1/index/label');
    this.k2 = hkdfExpand(secret, 'phitak/v1/index/block');
  }

  label(gram: string, block: number): string {
    return hmac(this.k1, `${block}|${gram}`).toString('base64');
  }

  seal(label: string, plain: Buffer): string {
    return seal(this.k2, this.contextOf(label), plain).toString('base64');
  }

  /** @throws SealBroken when the block was not sealed for this label, unit and epoch. */
  open(label: string, sealed: string): Buffer {
    return open(this.k2, this.contextOf(label), Buffer.from(sealed, 'base64'));
  }

  private contextOf(label: string): string {
    return indexContext(this.province, this.unit, this.epoch, label);
  }
}

/**
 * The keys of the search index come from the unit's private key, one pair for each of its epochs: only a member's
 * session has them. After a rotation the keys of before are sealed to the key of today, and what is added goes under
 * new ones that whoever left never had (KEYS K10, K15).
 */
@Injectable()
export class IndexKeys {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly unitKeys: UnitKeys,
  ) {}

  /** Every epoch that this looker's units let her search. */
  async of(looker: Looker): Promise<readonly IndexRing[]> {
    const { province } = looker;
    const units = unitsOf(looker).filter((unit) => HANDLERS.includes(unit));
    if (units.length === 0) return [];
    const keys = await this.unitKeys.of(looker);
    const rows = await this.directory.epochs(province, units);
    const carried = await this.database.reader.findBy(IndexKey, { province, unit: In(units) });
    return rows.flatMap((row) => {
      const unit = row.unit as UnitCode;
      const secret = secretOf(row, keys) ?? this.fromLater(row, carried, keys);
      const holds = keys.has(readerKey(readerNameOf(unit), row.epoch));
      const isCurrent = holds && row.epoch === newest(rows, unit) && !isDistrusted(row);
      return secret ? [new IndexRing(province, unit, row.epoch, isCurrent, secret)] : [];
    });
  }

  /** Seals the former keys of every index to the units' keys of today, as far as these keys open them. */
  async carry(province: string, keys: KeyBunch): Promise<void> {
    for (const unit of HANDLERS) {
      const rows = await this.directory.epochs(province, [unit]);
      const current = rows.find(({ epoch }) => epoch === newest(rows, unit));
      if (!current || isDistrusted(current) || !(await this.owes(province, unit, current.epoch))) continue;
      const carried = await this.database.reader.findBy(IndexKey, { province, unit });
      for (const row of rows) {
        const secret = row.epoch < current.epoch ? (secretOf(row, keys) ?? this.fromLater(row, carried, keys)) : null;
        if (secret) await this.carryOne(row, current, secret);
      }
    }
  }

  /** Whether something is in an index of a former epoch whose key nobody has sealed to today's yet. */
  async owes(province: string, unit: UnitCode, current: number): Promise<boolean> {
    const [row] = await sql(
      this.database.reader,
      `SELECT m.epoch FROM index_mark m WHERE m.province = $1 AND m.unit = $2 AND m.epoch < $3
       AND NOT EXISTS (SELECT 1 FROM index_key k WHERE k.province = $1 AND k.unit = $2 AND k.epoch = m.epoch
         AND k.reader_epoch = $3) LIMIT 1`,
      [province, unit, current],
    );
    return row !== undefined;
  }

  private async carryOne({ province, unit, epoch }: UnitKey, current: UnitKey, secret: Buffer): Promise<void> {
    const context = indexContext(province, unit, epoch, `key|${current.epoch}`);
    const sealed = sealKeyTo(this.directory.publicKeyOf(current), context, secret);
    const row: IndexKey = {
      ...{ province, unit, epoch },
      readerEpoch: current.epoch,
      sealed: sealed.toString('base64'),
      mac: this.directory.macOf(indexOwner(province, unit, epoch), current.epoch, sealed),
    };
    // Another process may carry the same at the same moment: one of the two is enough.
    await this.database.write(async (em) => {
      await em.createQueryBuilder().insert().into(IndexKey).values(row).orIgnore().execute();
      await em.delete(IndexKey, { province, unit, epoch, readerEpoch: LessThan(current.epoch) });
    });
  }

  /** @throws SealBroken when somebody else put the row there. */
  private fromLater({ province, unit, epoch }: UnitKey, carried: readonly IndexKey[], keys: KeyBunch): Buffer | null {
    for (const row of carried) {
      const pair = keys.get(readerKey(readerNameOf(unit as UnitCode), row.readerEpoch));
      if (row.unit !== unit || row.epoch !== epoch || !pair) continue;
      const sealed = this.directory.check(indexOwner(province, unit, epoch), row.readerEpoch, row.sealed, row.mac);
      return openKey(pair, indexContext(province, unit, epoch, `key|${row.readerEpoch}`), sealed);
    }
    return null;
  }
}

/** From the private key of that epoch itself; its public half was compared when it was opened (KEYS K3). */
function secretOf({ province, unit, epoch }: UnitKey, keys: KeyBunch): Buffer | null {
  const pair = keys.get(readerKey(readerNameOf(unit as UnitCode), epoch));
  return pair ? hkdf(pair.privateKey, `phitak/v1/index|${unitOwner(province, unit)}|${epoch}`) : null;
}

const newest = (rows: readonly UnitKey[], unit: UnitCode): number =>
  Math.max(...rows.filter((row) => row.unit === unit).map(({ epoch }) => epoch));
