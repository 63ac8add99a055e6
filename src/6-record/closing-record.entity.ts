import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Outcome } from '../cases/codes';

/** proposed: waits for the second person · recorded: the case closed on it · refused: another may be proposed */
export type RecordState = 'proposed' | 'recorded' | 'refused';

/** How a case closed and what is learnt from it. A reopened case gets another one. */
@Entity('closing_record')
@Check('ck_closing_record_state', `state IN ('proposed','recorded','refused')`)
@Index('ix_closing_record_case', ['caseId', 'proposedAt'])
@Index('ux_closing_record_proposed', ['caseId'], { unique: true, where: `state = 'proposed'` })
export class ClosingRecord {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_closing_record_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) state: RecordState;
  @Column('varchar', { length: 32 }) outcome: Outcome;
  /** It led to an improvement (K7). */
  @Column('boolean') improvement: boolean;
  /** Sealed: which improvement. */
  @Column('varchar', { name: 'improvement_item', length: 26, nullable: true }) improvementItem: string | null;
  /** The same thing had been complained about before (K3); null: not known. */
  @Column('boolean', { nullable: true }) repeated: boolean | null;
  /** Sealed: what is learnt for handling complaints. */
  @Column('varchar', { name: 'lessons_item', length: 26, nullable: true }) lessonsItem: string | null;
  /** Sealed in the dialogue; told to the reporter when the record is granted. */
  @Column('varchar', { name: 'answer_item', length: 26, nullable: true }) answerItem: string | null;
  @Column('varchar', { name: 'proposed_by', length: 26 }) proposedBy: string;
  @Column('varchar', { name: 'proposed_at', length: 24 }) proposedAt: string;
  @Column('varchar', { name: 'decided_by', length: 26, nullable: true }) decidedBy: string | null;
  @Column('varchar', { name: 'decided_at', length: 24, nullable: true }) decidedAt: string | null;
}
