import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { SYSTEM } from '../audit/entry';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { Alarm } from '../platform/http/alarm';
import { Compartments } from './compartments';
import { Directory, isDistrusted } from './directory';
import { IndexKeys } from './index-keys';
import { Memberships } from './memberships';
import { RegisterTexts } from './register-texts';
import { UnitKey } from './unit.entities';
import type { KeyBunch } from './unit-keys';
import { UnitKeys } from './unit-keys';
import type { UnitCode } from './units';
import { readerNameOf } from './units';

const BATCH = 50;

/**
 * What is owed to a unit: grants sealed to a key it no longer has, or to none because it was not born yet. Whoever can
 * open one seals it anew to the key of today; it may stop anywhere and go on with anybody (KEYS K15).
 */
@Injectable()
export class Regrants {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly compartments: Compartments,
    private readonly registers: RegisterTexts,
    private readonly memberships: Memberships,
    private readonly unitKeys: UnitKeys,
    private readonly indexKeys: IndexKeys,
    private readonly audit: Audit,
    private readonly alarm: Alarm,
  ) {}

  /** A reader was in the way when the server's key was cleared; the next run tries again. */
  private hasOldBytes = false;

  /** How many grants each unit is owed; units without any are left out, and those whose key is not to be sealed to. */
  async owed(province: string): Promise<ReadonlyMap<UnitCode, number>> {
    const owed = new Map<UnitCode, number>();
    for (const unit of await this.directory.units(province)) {
      const newest = await this.directory.newest(province, unit);
      if (newest && isDistrusted(newest)) continue;
      const current = await this.directory.current(province, unit);
      if (!current) continue;
      const [row] = await sql<{ n: number | string }>(
        this.database.reader,
        'SELECT COUNT(*) AS n FROM key_grant WHERE reader = $1 AND reader_epoch < $2 AND until_at IS NULL',
        [readerNameOf(unit), current.epoch],
      );
      const count = Number(row?.n) + (await this.registers.owed(unit, current.epoch));
      if (count > 0) owed.set(unit, count);
    }
    return owed;
  }

  /**
   * Seals anew what these keys open, for about so many milliseconds.
   * @returns how many grants were sealed anew.
   */
  async settle(province: string, keys: KeyBunch, forMs = 2_000): Promise<number> {
    const until = Date.now() + forMs;
    let done = 0;
    if (keys.size > 0) await this.indexKeys.carry(province, keys);
    for (const unit of keys.size === 0 ? [] : (await this.owed(province)).keys()) {
      done += await this.settleUnit(province, unit, keys, until);
    }
    return done;
  }

  /** What the server held in trial mode pays off what is owed, and is destroyed once nothing is sealed to it any more. */
  async retireTrialKeys(province: string): Promise<void> {
    if (this.hasOldBytes) this.hasOldBytes = !(await this.database.scrub('unit_key'));
    const keys = await this.unitKeys.ofServer(province);
    if (keys.size === 0) return;
    await this.settle(province, keys, 60_000);
    for (const row of await this.directory.epochs(province, await this.directory.units(province))) {
      const current = await this.directory.newest(province, row.unit as UnitCode);
      if (row.trialPrivate === null || !current || current.epoch === row.epoch) continue;
      if (await this.isInUse(row)) continue;
      if (await this.indexKeys.owes(province, current.unit as UnitCode, current.epoch)) continue;
      await this.destroy(row);
    }
  }

  private async settleUnit(province: string, unit: UnitCode, keys: KeyBunch, until: number): Promise<number> {
    const current = await this.directory.current(province, unit);
    if (!current) return 0;
    let done = await this.registers.regrant(unit, current.epoch, keys);
    let broken = 0;
    let after = '';
    while (Date.now() < until) {
      const some = await this.some(unit, current.epoch, after);
      if (some.length === 0) break;
      const sealed = await this.compartments.regrant(some, keys);
      done += sealed.done;
      broken += sealed.broken;
      after = some.at(-1) ?? after;
    }
    if (broken > 0) await this.alarm.raise('seal.broken');
    const rest = (await this.some(unit, current.epoch, '')).length + (await this.registers.owed(unit, current.epoch));
    // The index of before opens with the former keys until its own key is carried over.
    if (rest === 0 && !(await this.indexKeys.owes(province, unit, current.epoch))) {
      await this.forgetFormer(province, unit, current.epoch);
    }
    return done;
  }

  private async some(unit: UnitCode, epoch: number, after: string): Promise<readonly string[]> {
    const rows = await sql<{ id: string }>(
      this.database.reader,
      `SELECT id FROM key_grant WHERE reader = $1 AND reader_epoch < $2 AND until_at IS NULL AND id > $3
       ORDER BY id LIMIT ${BATCH}`,
      [readerNameOf(unit), epoch, after],
    );
    return rows.map(({ id }) => id);
  }

  private async forgetFormer(province: string, unit: UnitCode, epoch: number): Promise<void> {
    const former = (await this.directory.epochs(province, [unit])).map((row) => row.epoch).filter((one) => one < epoch);
    await this.memberships.forget(province, unit, former);
  }

  private async isInUse({ unit, epoch }: UnitKey): Promise<boolean> {
    const [row] = await sql(
      this.database.reader,
      'SELECT id FROM key_grant WHERE reader = $1 AND reader_epoch = $2 LIMIT 1',
      [readerNameOf(unit as UnitCode), epoch],
    );
    return row !== undefined || this.registers.isInUse(unit as UnitCode, epoch);
  }

  private async destroy({ id, unit, epoch }: UnitKey): Promise<void> {
    await this.database.write(async (em) => {
      await em.update(UnitKey, { id }, { trialPrivate: null });
      const subject = { subjectKind: 'unit', subjectId: unit };
      await this.audit.record({ actor: SYSTEM, act: 'unit.trialKeyDestroyed', ...subject, data: { epoch } });
    });
    this.hasOldBytes = !(await this.database.scrub('unit_key'));
  }
}
