import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AccusedKind, CorruptionAlleged, RiskArea, Secrecy } from '../cases/codes';

/** What the case was held to be from this moment on: one row each time, none is ever changed. */
@Entity('classification')
@Index('ix_classification_case', ['caseId', 'at'])
export class Classification {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('CaseFile', { name: 'fk_classification_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { name: 'classified_at', length: 24 }) at: string;
  @Column('varchar', { name: 'classified_by', length: 26 }) by: string;
  @Column('varchar', { length: 40 }) type: string;
  @Column('varchar', { name: 'corruption_alleged', length: 8, nullable: true })
  corruptionAlleged: CorruptionAlleged | null;
  @Column('varchar', { name: 'accused_kind', length: 32, nullable: true }) accusedKind: AccusedKind | null;
  @Column('varchar', { name: 'agency_code', length: 40, nullable: true }) agencyCode: string | null;
  @Column('varchar', { length: 12 }) district: string;
  @Column('varchar', { name: 'risk_area', length: 24, nullable: true }) riskArea: RiskArea | null;
  @Column('varchar', { length: 16 }) secrecy: Secrecy;
}
