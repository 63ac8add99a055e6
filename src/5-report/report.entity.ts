import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Figures } from './figures.rules';

/** What the executive is told, frozen with its figures. Looked at again, the case gets a next version. */
@Entity('report')
@Index('ux_report_version', ['caseId', 'version'], { unique: true })
export class ReportPaper {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_report_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** 1, 2, 3 … within the case. */
  @Column('integer') version: number;
  /** Sealed in the report's own compartment, which the executive can open. */
  @Column('varchar', { name: 'summary_item', length: 26 }) summaryItem: string;
  @Column('varchar', { name: 'proposal_item', length: 26, nullable: true }) proposalItem: string | null;
  @Column('simple-json') figures: Figures;
  @Column('varchar', { name: 'drafted_by', length: 26 }) draftedBy: string;
  @Column('varchar', { name: 'reported_at', length: 24 }) reportedAt: string;
}
