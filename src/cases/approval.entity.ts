import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LineData } from './story-line';

/** What needs a second person (PROCESS §1, §2). */
export const APPROVAL_KINDS = [
  'end',
  'record',
  'withdrawal',
  'reopening',
  'ruling',
  'overturning',
  'disposal',
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export type ApprovalState = 'asked' | 'granted' | 'refused' | 'superseded';

/** A request of one person that another grants or refuses. */
@Entity('approval')
@Index('ux_approval_asked', ['caseId', 'kind', 'subjectId'], { unique: true, where: `state = 'asked'` })
@Index('ix_approval_waiting', ['province', 'state', 'askedAt'])
export class Approval {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_approval_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) kind: ApprovalKind;
  /** The ruling, for example; empty when the case itself is the subject. */
  @Column('varchar', { name: 'subject_id', length: 26 }) subjectId: string;
  @Column('simple-json') data: LineData;
  @Column('varchar', { name: 'asked_by', length: 26 }) askedBy: string;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt: string;
  @Column('varchar', { name: 'reason_item', length: 26, nullable: true }) reasonItem: string | null;
  @Column('varchar', { length: 12 }) state: ApprovalState;
  @Column('varchar', { name: 'decided_by', length: 26, nullable: true }) decidedBy: string | null;
  @Column('varchar', { name: 'decided_at', length: 24, nullable: true }) decidedAt: string | null;
  @Column('varchar', { name: 'decision_item', length: 26, nullable: true }) decisionItem: string | null;
}
