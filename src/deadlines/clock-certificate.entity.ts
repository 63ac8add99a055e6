import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from './calendar.rules';

/** One day of the clockwork, written down the morning after and never changed: what was due, and what became of it. */
@Entity('clock_certificate')
export class ClockCertificate {
  @PrimaryColumn('varchar', { length: 8, primaryKeyConstraintName: 'pk_clock_certificate' }) province: string;
  @PrimaryColumn('varchar', { length: 10, primaryKeyConstraintName: 'pk_clock_certificate' }) day: Day;
  @Column('varchar', { name: 'made_at', length: 24 }) madeAt: Instant;
  /** Rungs and reminders whose moment came on this day. */
  @Column('integer') due: number;
  /** Of these: told to somebody. */
  @Column('integer') fired: number;
  /** Of these: a higher rung spoke in their stead. */
  @Column('integer') passed: number;
  /** Whole seconds from the moment to the firing, of the latest. */
  @Column('integer', { name: 'latest_lateness' }) latestLateness: number;
  /** Whole minutes of the day in which no process went round. */
  @Column('integer', { name: 'dead_minutes' }) deadMinutes: number;
  /** Receipt of the oldest case that waits to be sorted. */
  @Column('varchar', { name: 'oldest_unsorted_at', length: 24, nullable: true }) oldestUnsortedAt: Instant | null;
  /** Notices given up. */
  @Column('integer', { name: 'failed_notices' }) failedNotices: number;
}
