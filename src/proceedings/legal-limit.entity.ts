import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LimitStage, Unit } from '../agencies/codes';
import type { Day, Instant } from '../deadlines/calendar.rules';
import type { LimitLine, LimitState } from './limit.rules';
import type { EndReason, MistakeReason } from './limit-reasons';

/**
 * The time the law gives a body for one stage of a proceeding, as its letter says. It is no `deadline`: those belong to a
 * case of the desk, are paused, extended and closed with it and count against the desk; a proceeding often has no case,
 * and its body is late or in time by itself.
 */
@Entity('legal_limit')
@Index('ux_legal_limit_no', ['proceedingId', 'no'], { unique: true })
@Index('ix_legal_limit_due', ['province', 'state', 'dueOn'])
@Index('ix_legal_limit_sweep', ['nextRungAt'])
@Check('ck_legal_limit_state', `"state" IN ('running', 'ended', 'taken_back')`)
@Check(
  'ck_legal_limit_term',
  `("stated_on" IS NULL) = ("amount" IS NOT NULL) AND ("amount" IS NULL) = ("unit" IS NULL)`,
)
@Check('ck_legal_limit_ended', `("state" <> 'ended') OR ("ended_on" IS NOT NULL AND "end_reason" IS NOT NULL)`)
export class LegalLimit {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('Proceeding', { name: 'fk_legal_limit_proceeding' })
  @Column('varchar', { name: 'proceeding_id', length: 26 })
  proceedingId: string;
  /** 1, 2, 3 … within the proceeding. */
  @Column('integer') no: number;
  @Column('varchar', { length: 16 }) stage: LimitStage;
  @Column('varchar', { name: 'starts_on', length: 10 }) startsOn: Day;
  @Column('varchar', { length: 2, nullable: true }) unit: Unit | null;
  @Column('integer', { nullable: true }) amount: number | null;
  /** The day itself, where the letter names it instead of a length. */
  @Column('varchar', { name: 'stated_on', length: 10, nullable: true }) statedOn: Day | null;
  /** Of the letter that tells the limit; null while nobody has seen one. */
  @Column('varchar', { name: 'letter_no', length: 60, nullable: true }) letterNo: string | null;
  @Column('varchar', { name: 'letter_date', length: 10, nullable: true }) letterDate: Day | null;
  /** Before any extension; the year it lies in is the year indicator 3.1 counts. */
  @Column('varchar', { name: 'first_due_on', length: 10 }) firstDueOn: Day;
  /** After the extensions that stand. */
  @Column('varchar', { name: 'due_on', length: 10 }) dueOn: Day;
  @Column('varchar', { name: 'due_at', length: 24 }) dueAt: Instant;
  @Column('simple-json') explanation: readonly LimitLine[];
  @Column('integer', { name: 'rule_version' }) ruleVersion: number;
  @Column('varchar', { name: 'calendar_version', length: 60 }) calendarVersion: string;
  @Column('varchar', { length: 12 }) state: LimitState;
  @Column('varchar', { name: 'ended_on', length: 10, nullable: true }) endedOn: Day | null;
  @Column('varchar', { name: 'end_reason', length: 16, nullable: true }) endReason: EndReason | null;
  @Column('varchar', { name: 'end_letter_no', length: 60, nullable: true }) endLetterNo: string | null;
  @Column('varchar', { name: 'end_letter_date', length: 10, nullable: true }) endLetterDate: Day | null;
  @Column('varchar', { name: 'taken_back_at', length: 24, nullable: true }) takenBackAt: Instant | null;
  @Column('varchar', { name: 'taken_back_by', length: 26, nullable: true }) takenBackBy: string | null;
  @Column('varchar', { name: 'taken_back_why', length: 16, nullable: true }) takenBackWhy: MistakeReason | null;
  /** When the ladder has to be looked at; null: never again. */
  @Column('varchar', { name: 'next_rung_at', length: 24, nullable: true }) nextRungAt: Instant | null;
  @Column('varchar', { name: 'entered_by', length: 26 }) enteredBy: string;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt: Instant;
}
