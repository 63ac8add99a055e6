import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RulingKind } from './facts.rules';

/** A ruling (ชี้มูล) of NACC, PACC or a disciplinary authority; often years after the complaint was closed. */
@Entity('fact_ruling')
@Index('ix_fact_ruling_year', ['province', 'fiscalYear'])
@Index('ix_fact_ruling_case', ['caseId', 'ruledOn'])
export class FactRuling {
  @PrimaryColumn({ name: 'ruling_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_fact_ruling' })
  rulingId: string;
  @Column({ name: 'case_id', type: 'varchar', length: 26 }) caseId: string;
  @Column({ name: 'province', type: 'varchar', length: 8 }) province: string;
  @Column({ name: 'kind', type: 'varchar', length: 16 }) kind: RulingKind;
  @Column({ name: 'agency_code', type: 'varchar', length: 40, nullable: true }) agencyCode: string | null;
  @Column({ name: 'ruled_on', type: 'varchar', length: 10 }) ruledOn: string;
  @Column({ name: 'fiscal_year', type: 'integer' }) fiscalYear: number;
  @Column({ name: 'overturned_on', type: 'varchar', length: 10, nullable: true }) overturnedOn: string | null;
}
