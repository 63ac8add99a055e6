import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from './calendar.rules';

/** PROCESS §3 knows one ground: a question to the reporter is open. */
export const PAUSE_REASONS = ['waiting_reporter'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** A time in which a clock stood still; one open pause a clock. */
@Entity('deadline_pause')
@Index('ux_deadline_pause_open', ['deadlineId'], { unique: true, where: `until_at IS NULL` })
@Index('ix_deadline_pause_deadline', ['deadlineId', 'from'])
export class DeadlinePause {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Deadline', { name: 'fk_deadline_pause_deadline' })
  @Column('varchar', { name: 'deadline_id', length: 26 })
  deadlineId: string;
  @Column('varchar', { name: 'from_at', length: 24 }) from: Instant;
  @Column('varchar', { name: 'until_at', length: 24, nullable: true }) until: Instant | null;
  @Column('varchar', { length: 24 }) reason: PauseReason;
  /** The clock goes on by itself at this instant; null when the rule sets no limit. */
  @Column('varchar', { name: 'max_until', length: 24, nullable: true }) maxUntil: Instant | null;
  /** Sealed: the reason in words. */
  @Column('varchar', { name: 'reason_item', length: 26, nullable: true }) reasonItem: string | null;
  /** The officer; null when the system paused it because a question to the reporter is open. */
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) by: string | null;
}
