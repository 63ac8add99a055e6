import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { VerificationMode } from './verify.rules';

/** One visit, one reading of documents, one discreet enquiry: what was seen and heard. */
@Entity('verification_record')
@Check('ck_verification_record_mode', `mode IN ('visit','documents','discreet')`)
@Index('ix_verification_record_case', ['caseId', 'doneOn'])
export class VerificationRecord {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_verification_record_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) mode: VerificationMode;
  @Column('varchar', { name: 'done_on', length: 10 }) doneOn: string;
  /** Sealed. */
  @Column('varchar', { name: 'text_item', length: 26 }) textItem: string;
  @Column('varchar', { name: 'recorded_by', length: 26 }) recordedBy: string;
  @Column('varchar', { name: 'recorded_at', length: 24 }) recordedAt: string;
}
