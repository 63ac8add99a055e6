import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { VerificationMode } from './verify.rules';

/** The head's order to check the facts: how, why that way, and by whom. */
@Entity('verification_order')
@Check('ck_verification_order_mode', `mode IN ('visit','documents','discreet')`)
@Index('ix_verification_order_case', ['caseId', 'orderedAt'])
export class VerificationOrder {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_verification_order_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) mode: VerificationMode;
  /** Sealed: why this way. */
  @Column('varchar', { name: 'reason_item', length: 26 }) reasonItem: string;
  /** Sealed: how a visit will not show who spoke. */
  @Column('varchar', { name: 'cover_item', length: 26, nullable: true }) coverItem: string | null;
  /** Officer's id; null: whoever of the desk may. */
  @Column('varchar', { length: 26, nullable: true }) investigator: string | null;
  @Column('varchar', { name: 'ordered_by', length: 26 }) orderedBy: string;
  @Column('varchar', { name: 'ordered_at', length: 24 }) orderedAt: string;
}
