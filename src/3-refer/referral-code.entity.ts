import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Twenty digits handed to an agency without an account, for one referral (KEYS K6). The digits stand nowhere; what they
 * open is in `key_grant`, for the reader `code:<id>`.
 */
@Entity('referral_code')
@Index('ux_referral_code_tag', ['tag'], { unique: true })
@Index('ux_referral_code_live', ['referralId'], { unique: true, where: `ended_at IS NULL` })
@Index('ix_referral_code_case', ['caseId'])
export class ReferralCode {
  @PrimaryColumn({ type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_referral_code' }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_referral_code_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @ForeignKey('Referral', { name: 'fk_referral_code_referral' })
  @Column('varchar', { name: 'referral_id', length: 26 })
  referralId: string;
  /** Derived from the digits and S; found by plain index, useless without both. */
  @Column('varchar', { length: 44 }) tag: string;
  @Column('varchar', { name: 'made_by', length: 26 }) madeBy: string;
  @Column('varchar', { name: 'made_at', length: 24 }) madeAt: string;
  @Column('varchar', { name: 'until_at', length: 24 }) untilAt: string;
  /** Replaced by another, called back, answered in the end, or no longer allowed. */
  @Column('varchar', { name: 'ended_at', length: 24, nullable: true }) endedAt: string | null;
  @Column('integer', { name: 'opened_count' }) openedCount: number;
  /** Last. */
  @Column('varchar', { name: 'opened_at', length: 24, nullable: true }) openedAt: string | null;
}
