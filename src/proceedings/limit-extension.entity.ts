import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Unit } from '../agencies/codes';
import type { Day, Instant } from '../deadlines/calendar.rules';
import type { MistakeReason } from './limit-reasons';

/** One extension of a legal limit by the body itself, as its letter says. Never the desk's own: that is `deadline_extension`. */
@Entity('limit_extension')
@Index('ux_limit_extension_no', ['limitId', 'no'], { unique: true })
@Index('ux_limit_extension_letter', ['limitId', 'letterNo'], { unique: true, where: `"taken_back_at" IS NULL` })
@Check(
  'ck_limit_extension_term',
  `("stated_on" IS NULL) = ("amount" IS NOT NULL) AND ("amount" IS NULL) = ("unit" IS NULL)`,
)
export class LimitExtension {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('LegalLimit', { name: 'fk_limit_extension_limit' })
  @Column('varchar', { name: 'limit_id', length: 26 })
  limitId: string;
  /** 1, 2, 3 … within the limit, those taken back among them. */
  @Column('integer') no: number;
  @Column('varchar', { length: 2, nullable: true }) unit: Unit | null;
  @Column('integer', { nullable: true }) amount: number | null;
  /** The new last day, where the letter names it instead of a length. */
  @Column('varchar', { name: 'stated_on', length: 10, nullable: true }) statedOn: Day | null;
  /** The last day after this extension; of one that was taken back, as it was before. */
  @Column('varchar', { name: 'due_on', length: 10 }) dueOn: Day;
  @Column('varchar', { name: 'letter_no', length: 60 }) letterNo: string;
  @Column('varchar', { name: 'letter_date', length: 10 }) letterDate: Day;
  /** The day the desk received the letter; null: not noted. */
  @Column('varchar', { name: 'received_on', length: 10, nullable: true }) receivedOn: Day | null;
  @Column('varchar', { name: 'entered_by', length: 26 }) enteredBy: string;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt: Instant;
  @Column('varchar', { name: 'taken_back_at', length: 24, nullable: true }) takenBackAt: Instant | null;
  @Column('varchar', { name: 'taken_back_by', length: 26, nullable: true }) takenBackBy: string | null;
  @Column('varchar', { name: 'taken_back_why', length: 16, nullable: true }) takenBackWhy: MistakeReason | null;
}
