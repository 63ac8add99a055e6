import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Where a reporter asked to be told that there is something new (KEYS K13). Sealed under the server's address subkey, not
 * under the case's keys: the server must be able to write to it, and says so to her.
 */
@Entity('reporter_address')
@Index('ux_reporter_address_case', ['caseId'], { unique: true })
export class ReporterAddress {
  /** Random, new with every address: what notices and jobs know of it. */
  @PrimaryColumn({ type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_reporter_address' })
  alias: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_reporter_address_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** Base64 envelope, AAD province|case|alias. */
  @Column('text') sealed: string;
  @Column('varchar', { name: 'left_at', length: 24 }) leftAt: string;
  /** The last notice was given up: she is told on her own page. */
  @Column('varchar', { name: 'undelivered_at', length: 24, nullable: true }) undeliveredAt: string | null;
}
