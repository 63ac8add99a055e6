import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import type { Day, Instant } from './calendar.rules';
import { ClockCertificate } from './clock-certificate.entity';
import { ClockGap, ClockPulse } from './clock-pulse.entity';
import { Deadline } from './deadline.entity';
import { boundsOf, daysToCertify, deadMinutes } from './pulse.rules';

/** How many notices were given up between two instants. */
export type CountFailed = (from: Instant, until: Instant) => Promise<number>;

const PATIENCE_MS = 3_600_000;

type Fired = Pick<ClockCertificate, 'due' | 'fired' | 'passed' | 'latestLateness'>;

/** Each morning the day before is written down: due, fired, latest, dead minutes (DESIGN §4). Made once, never changed. */
@Injectable()
export class Certificates {
  /** Since when something of a day that is over is still to be fired. */
  private waitsSince: Instant | null = null;
  private countFailed: CountFailed = () => Promise.resolve(0);

  constructor(
    private readonly database: Database,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** At start only: notices live on a floor above. */
  countFailedNoticesBy(count: CountFailed): void {
    this.countFailed = count;
  }

  /**
   * After a sweep that reached its end, so that what an outage left is fired before it is counted. What another worker
   * still has in hand is waited for, an hour at most: a case that cannot be fired is certified as missing.
   */
  async makeMissing(): Promise<void> {
    const province = this.province.code;
    const pulse = await this.database.reader.findOneBy(ClockPulse, { province });
    if (!pulse) return;
    const [last] = await this.latest(1);
    for (const day of daysToCertify(pulse.firstAt, last?.day ?? null, this.clock.now())) {
      if (await this.mustWait(day)) return;
      await this.make(day);
    }
  }

  /** Newest first. */
  latest(most: number): Promise<ClockCertificate[]> {
    const where = { province: this.province.code };
    return this.database.reader.find(ClockCertificate, { where, order: { day: 'DESC' }, take: most });
  }

  of(day: Day): Promise<ClockCertificate | null> {
    return this.database.reader.findOneBy(ClockCertificate, { province: this.province.code, day });
  }

  private async mustWait(day: Day): Promise<boolean> {
    const { untilAt } = boundsOf(day);
    const now = this.clock.now();
    const isOpen = await this.database.reader
      .createQueryBuilder(Deadline, 'd')
      .where('d.province = :province', { province: this.province.code })
      .andWhere(`d.state <> 'stopped' AND d.nextRungAt < :untilAt`, { untilAt })
      .getExists();
    this.waitsSince = isOpen ? (this.waitsSince ?? now) : null;
    return this.waitsSince !== null && Date.parse(now) - Date.parse(this.waitsSince) < PATIENCE_MS;
  }

  private async make(day: Day): Promise<void> {
    const { fromAt, untilAt } = boundsOf(day);
    const made: ClockCertificate = {
      province: this.province.code,
      day,
      madeAt: this.clock.now(),
      ...(await this.firedIn(fromAt, untilAt)),
      deadMinutes: await this.deadMinutesOf(day),
      oldestUnsortedAt: await this.oldestUnsorted(),
      failedNotices: await this.countFailed(fromAt, untilAt),
    };
    await this.database.write((em) =>
      em.createQueryBuilder().insert().into(ClockCertificate).values(made).orIgnore().execute(),
    );
  }

  private async firedIn(from: Instant, until: Instant): Promise<Fired> {
    const { reader } = this.database;
    const [rungs] = await sql<{ fired: number; passed: number; lateness: number }>(
      reader,
      `SELECT COALESCE(SUM(CASE WHEN r.passed THEN 0 ELSE 1 END), 0) AS fired,
              COALESCE(SUM(CASE WHEN r.passed THEN 1 ELSE 0 END), 0) AS passed,
              COALESCE(MAX(r.lateness), 0) AS lateness
       FROM deadline_rung r JOIN deadline d ON d.id = r.deadline_id
       WHERE d.province = $1 AND r.due_was >= $2 AND r.due_was < $3`,
      [this.province.code, from, until],
    );
    const [open] = await sql<{ n: number }>(
      reader,
      `SELECT COUNT(*) AS n FROM deadline
       WHERE province = $1 AND state = 'running' AND next_rung_at >= $2 AND next_rung_at < $3`,
      [this.province.code, from, until],
    );
    const [fired, passed] = [Number(rungs?.fired ?? 0), Number(rungs?.passed ?? 0)];
    const due = fired + passed + Number(open?.n ?? 0);
    return { due, fired, passed, latestLateness: Number(rungs?.lateness ?? 0) };
  }

  private async deadMinutesOf(day: Day): Promise<number> {
    const where = { province: this.province.code, untilAt: MoreThan(boundsOf(day).fromAt) };
    return deadMinutes(day, await this.database.reader.findBy(ClockGap, where));
  }

  private async oldestUnsorted(): Promise<Instant | null> {
    const [row] = await sql<{ at: Instant | null }>(
      this.database.reader,
      `SELECT MIN(received_at) AS at FROM case_file WHERE province = $1 AND status = 'received'`,
      [this.province.code],
    );
    return row?.at ?? null;
  }
}
