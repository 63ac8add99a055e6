import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AnswerKind } from './answer.rules';

/** One answer to a referral. Interim answers are noted beside; the referral's own state is in its row. */
@Entity('referral_answer')
@Index('ix_referral_answer_referral', ['referralId', 'at'])
@Index('ix_referral_answer_case', ['caseId', 'at'])
export class ReferralAnswer {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Referral', { name: 'fk_referral_answer_referral' })
  @Column('varchar', { name: 'referral_id', length: 26 })
  referralId: string;
  @ForeignKey('CaseFile', { name: 'fk_referral_answer_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) kind: AnswerKind;
  @Column('varchar', { name: 'answered_at', length: 24 }) at: string;
  /** An officer, or the code of an agency without an account. */
  @Column('varchar', { name: 'answered_by', length: 26 }) by: string;
  /** Null when the desk answered itself. */
  @Column('varchar', { name: 'by_agency', length: 40, nullable: true }) byAgency: string | null;
  /** Sealed in the referral's compartment. */
  @Column('varchar', { name: 'item_id', length: 26, nullable: true }) itemId: string | null;
  /** Where "not ours" points. */
  @Column('varchar', { name: 'to_agency_code', length: 40, nullable: true }) toAgencyCode: string | null;
}
