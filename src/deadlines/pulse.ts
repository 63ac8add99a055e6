import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LessThan, MoreThan } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { newId } from '../platform/ids';
import { LifeSign } from '../platform/jobs/life-sign';
import type { Instant } from './calendar.rules';
import { ClockGap, ClockPulse } from './clock-pulse.entity';
import { isGap } from './pulse.rules';

/** Proof of life: the sweep that reached its end writes a beat, and a silence between two beats is kept (DESIGN §4). */
@Injectable()
export class Pulse {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
    private readonly life: LifeSign,
    private readonly clock: Clock,
  ) {}

  /** Several processes beat; a clock that is behind moves nothing back. */
  async beat(): Promise<void> {
    const now = this.clock.now();
    const province = this.province.code;
    await this.database.write(async (em) => {
      await sql(
        em,
        `INSERT INTO clock_pulse (province, first_at, beat_at) VALUES ($1, $2, $2) ON CONFLICT DO NOTHING`,
        [province, now],
      );
      const { beatAt: last } = await em.findOneByOrFail(ClockPulse, { province });
      if (last >= now) return this.wasAlive(em, province, now);
      const { affected } = await em.update(ClockPulse, { province, beatAt: last }, { beatAt: now });
      if (affected === 1 && isGap(last, now)) {
        await em.insert(ClockGap, { id: newId(), province, fromAt: last, untilAt: now });
      }
    });
    this.life.beat(now);
  }

  /**
   * The clock of whoever beat last is ahead of this one's. A silence that she found before her own beat is none beyond
   * this moment, in which this process goes round.
   */
  private async wasAlive(em: EntityManager, province: string, now: Instant): Promise<void> {
    for (const gap of await em.findBy(ClockGap, { province, fromAt: LessThan(now), untilAt: MoreThan(now) })) {
      if (isGap(gap.fromAt, now)) await em.update(ClockGap, { id: gap.id }, { untilAt: now });
      else await em.delete(ClockGap, { id: gap.id });
    }
  }

  /** Null before the first beat. */
  async last(): Promise<Instant | null> {
    return (await this.database.reader.findOneBy(ClockPulse, { province: this.province.code }))?.beatAt ?? null;
  }
}
