import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClockCode } from '../agencies/codes';
import type { CalendarChange } from './calendar-change.rules';
import type { CalendarSource, Day, Instant } from './calendar.rules';
import type { ExplanationLine } from './explanation.rules';

/** file: from the profile and its holidays · announced: typed in between two editions of the file */
export type CalendarOrigin = 'file' | 'announced';
export type CalendarState = 'proposed' | 'refused' | 'in_force' | 'undone';

/** One calendar of the province, whole. In force is the newest that was approved and not undone; none is ever deleted. */
@Entity('calendar_version')
@Index('ux_calendar_version', ['province', 'no'], { unique: true })
@Check('ck_calendar_version_state', `"state" IN ('proposed', 'refused', 'in_force', 'undone')`)
@Check('ck_calendar_version_two', `"decided_by" IS NULL OR "proposed_by" IS NULL OR "decided_by" <> "proposed_by"`)
export class CalendarVersion {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  /** 1, 2, 3 … */
  @Column('integer') no: number;
  @Column('varchar', { length: 12 }) origin: CalendarOrigin;
  /** The calendar's own version: a hash of whatever could move a due date. */
  @Column('varchar', { length: 60 }) version: string;
  @Column('simple-json') source: CalendarSource;
  /** What it does to the calendar that was in force when it was proposed. */
  @Column('simple-json') change: CalendarChange;
  /** The first day on which the two differ. */
  @Column('varchar', { name: 'from_day', length: 10 }) fromDay: Day;
  /** The letter or resolution by which it was announced; null for the file. */
  @Column('varchar', { name: 'letter_no', length: 60, nullable: true }) letterNo: string | null;
  @Column('varchar', { length: 8 }) state: CalendarState;
  /** Null: the program found a new edition of the file. */
  @Column('varchar', { name: 'proposed_by', length: 26, nullable: true }) proposedBy: string | null;
  @Column('varchar', { name: 'proposed_at', length: 24 }) proposedAt: Instant;
  @Column('varchar', { name: 'decided_by', length: 26, nullable: true }) decidedBy: string | null;
  @Column('varchar', { name: 'decided_at', length: 24, nullable: true }) decidedAt: Instant | null;
  @Column('varchar', { name: 'undone_by', length: 26, nullable: true }) undoneBy: string | null;
  @Column('varchar', { name: 'undone_at', length: 24, nullable: true }) undoneAt: Instant | null;
  /** When every open clock had been counted anew after the last decision; null while that goes on. */
  @Column('varchar', { name: 'carried_at', length: 24, nullable: true }) carriedAt: Instant | null;
}

/** What of a run a calendar decides. */
export interface Counted {
  readonly dueAt: Instant;
  readonly nearAt: Instant;
  readonly explanation: readonly ExplanationLine[];
  readonly calendarVersion: string;
  readonly nextRungAt: Instant | null;
}

/** A run of a clock that a calendar counted anew, as it was before and after: what an undoing puts back. */
@Entity('calendar_move')
@Index('ux_calendar_move', ['versionId', 'deadlineId'], { unique: true })
@Index('ix_calendar_move_deadline', ['deadlineId'])
export class CalendarMove {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('CalendarVersion', { name: 'fk_calendar_move_version' })
  @Column('varchar', { name: 'version_id', length: 26 })
  versionId: string;
  @ForeignKey('Deadline', { name: 'fk_calendar_move_deadline' })
  @Column('varchar', { name: 'deadline_id', length: 26 })
  deadlineId: string;
  @Column('varchar', { name: 'case_id', length: 26 }) caseId: string;
  @Column('varchar', { length: 16 }) clock: ClockCode;
  @Column('simple-json') before: Counted;
  @Column('simple-json') after: Counted;
  /** Put back, or counted anew because something else had moved it since. */
  @Column('varchar', { name: 'undone_at', length: 24, nullable: true }) undoneAt: Instant | null;
}
