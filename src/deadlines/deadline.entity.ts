import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClockCode } from '../agencies/codes';
import type { Instant } from './calendar.rules';
import type { StopReason } from './clock-events.rules';
import type { ExplanationLine } from './explanation.rules';

export type DeadlineState = 'running' | 'paused' | 'stopped';

/** One run of one clock of one case, with its due date and why it is that date. */
@Entity('deadline')
@Index('ux_deadline_clock', ['caseId', 'clock', 'clockNo'], { unique: true })
@Index('ix_deadline_due', ['state', 'province', 'dueAt'])
@Index('ix_deadline_sweep', ['nextRungAt'])
@Check('ck_deadline_state', `"state" IN ('running', 'paused', 'stopped')`)
export class Deadline {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_deadline_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 16 }) clock: ClockCode;
  /** 1, 2, 3 … within the case: every referral and every reopening has its own. */
  @Column('integer', { name: 'clock_no' }) clockNo: number;
  @Column('varchar', { name: 'referral_id', length: 26, nullable: true }) referralId: string | null;
  /** The story line that started it: hearing the line twice starts nothing twice. */
  @Column('varchar', { name: 'line_id', length: 26 }) lineId: string;
  @Column('varchar', { name: 'starts_at', length: 24 }) startsAt: Instant;
  @Column('varchar', { name: 'due_at', length: 24 }) dueAt: Instant;
  @Column('varchar', { name: 'near_at', length: 24 }) nearAt: Instant;
  @Column('varchar', { length: 8 }) state: DeadlineState;
  @Column('varchar', { name: 'stopped_at', length: 24, nullable: true }) stoppedAt: Instant | null;
  @Column('varchar', { name: 'stop_reason', length: 8, nullable: true }) stopReason: StopReason | null;
  /** Stopped no later than due; null while it runs. */
  @Column('boolean', { name: 'met_in_time', nullable: true }) metInTime: boolean | null;
  @Column('integer', { name: 'rule_version' }) ruleVersion: number;
  @Column('varchar', { name: 'calendar_version', length: 60 }) calendarVersion: string;
  @Column('boolean', { name: 'official_accused' }) officialAccused: boolean;
  @Column('simple-json') explanation: readonly ExplanationLine[];
  /** When the sweep has to look: the next rung, or the end of a pause at its longest. Null: never again. */
  @Column('varchar', { name: 'next_rung_at', length: 24, nullable: true }) nextRungAt: Instant | null;
}
