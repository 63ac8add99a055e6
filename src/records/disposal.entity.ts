import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Basis, RetentionClass } from '../agencies/codes';

/** The certificate of what was destroyed: which case, under which rule, by which two persons. Says nothing of what it held. */
@Entity('disposal')
@Check('ck_disposal_two', `granted_by <> proposed_by`)
@Index('ux_disposal_case', ['caseId'], { unique: true })
@Index('ix_disposal_at', ['province', 'disposedAt'])
@Index('ix_disposal_uncleared', ['province', 'clearedAt'])
export class Disposal {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_disposal_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** The rule as it stood that day. */
  @Column('varchar', { name: 'retention_class', length: 12 }) retentionClass: RetentionClass;
  @Column('integer') years: number;
  @Column('varchar', { length: 1 }) basis: Basis;
  /** Local days; a merged case has those of the case it was merged into. */
  @Column('varchar', { name: 'closed_on', length: 10 }) closedOn: string;
  @Column('varchar', { name: 'kept_until', length: 10 }) keptUntil: string;
  @Column('varchar', { name: 'proposed_by', length: 26 }) proposedBy: string;
  @Column('varchar', { name: 'proposed_at', length: 24 }) proposedAt: string;
  @Column('varchar', { name: 'granted_by', length: 26 }) grantedBy: string;
  @Column('varchar', { name: 'disposed_at', length: 24 }) disposedAt: string;
  /** Files and old bytes are gone as well; null: still to be done. */
  @Column('varchar', { name: 'cleared_at', length: 24, nullable: true }) clearedAt: string | null;
}

/** A file on the shelf whose key is destroyed, until the file is gone too. */
@Entity('disposal_file')
export class DisposalFile {
  /** Of the sealed file. */
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
}
