import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SignedAs } from '../cases/codes';
import type { ReportOrderKind } from './report.rules';

/** What the executive said to one version of the report. */
@Entity('report_order')
@Check('ck_report_order_kind', `kind IN ('acknowledged','ordered','look_again')`)
@Index('ux_report_order_report', ['reportId'], { unique: true })
@Index('ix_report_order_case', ['caseId'])
export class ReportOrder {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_report_order_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @ForeignKey('ReportPaper', { name: 'fk_report_order_report' })
  @Column('varchar', { name: 'report_id', length: 26 })
  reportId: string;
  @Column('varchar', { length: 12 }) kind: ReportOrderKind;
  /** Sealed in the report's compartment. */
  @Column('varchar', { name: 'text_item', length: 26, nullable: true }) textItem: string | null;
  @Column('varchar', { name: 'ordered_by', length: 26 }) orderedBy: string;
  @Column('varchar', { name: 'signed_as', length: 12 }) signedAs: SignedAs;
  @Column('varchar', { name: 'ordered_at', length: 24 }) orderedAt: string;
}
