import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Finding } from '../cases/codes';

/** What the verification came to, with its grounds. A reopened case, or one looked at again, has several. */
@Entity('finding')
@Check('ck_finding_finding', `finding IN ('founded','unfounded','insufficient')`)
@Index('ix_finding_case', ['caseId', 'foundAt'])
export class FindingPaper {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_finding_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 16 }) finding: Finding;
  /** Sealed. */
  @Column('varchar', { name: 'text_item', length: 26 }) textItem: string;
  @Column('varchar', { name: 'found_by', length: 26 }) foundBy: string;
  @Column('varchar', { name: 'found_at', length: 24 }) foundAt: string;
}
