import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Purpose, ReferralState, SignedAs } from './codes';

/** What was sent to an agency, a section, a person, or the desk itself (ดำเนินการเอง). */
@Entity('referral')
@Index('ix_referral_case', ['caseId'])
@Index('ix_referral_agency', ['province', 'agencyCode', 'state', 'caseId'])
export class Referral {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_referral_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** `null` when an imported register names an agency that the profile does not list. */
  @Column('varchar', { name: 'agency_code', length: 40, nullable: true }) agencyCode: string | null;
  @ForeignKey('UnlistedName', { name: 'fk_referral_unlisted' })
  @Column('varchar', { name: 'unlisted_id', length: 26, nullable: true })
  unlistedId: string | null;
  @Column('varchar', { name: 'recipient_kind', length: 12 }) recipientKind: 'agency' | 'section' | 'person' | 'self';
  @Column('varchar', { length: 8 }) purpose: Purpose;
  @Column('boolean') lead: boolean;
  @Column('varchar', { length: 12 }) state: ReferralState;
  @Column('varchar', { name: 'sent_at', length: 24 }) sentAt: string;
  @Column('varchar', { name: 'letter_no', length: 60, nullable: true }) letterNo: string | null;
  @Column('varchar', { name: 'letter_date', length: 10, nullable: true }) letterDate: string | null;
  @Column('varchar', { name: 'signed_as', length: 12, nullable: true }) signedAs: SignedAs | null;
  @Column('varchar', { name: 'due_at', length: 24, nullable: true }) dueAt: string | null;
  /** Sealed: what was sent and what is asked. */
  @Column('varchar', { name: 'pack_item', length: 26, nullable: true }) packItem: string | null;
  @Column('varchar', { name: 'closed_at', length: 24, nullable: true }) closedAt: string | null;
  /** Where "not ours" points. */
  @Column('varchar', { name: 'to_agency_code', length: 40, nullable: true }) toAgencyCode: string | null;
  @Column('boolean') imported: boolean;
}

/** A name in an imported register that the profile does not know, kept for the administrator (PROCESS §5). */
@Entity('unlisted_name')
@Index('ux_unlisted_name', ['province', 'kind', 'name'], { unique: true })
export class UnlistedName {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @Column('varchar', { length: 12 }) kind: 'agency' | 'district';
  @Column('varchar', { length: 200 }) name: string;
}
