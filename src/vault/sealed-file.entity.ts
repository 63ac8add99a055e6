import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One file on the shelf: its own key sealed to the compartment, its bytes in DATA_DIR under its id (KEYS K2, K3). */
@Entity('sealed_file')
@Index('ix_sealed_file_compartment', ['compartmentId'])
export class SealedFile {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Compartment', { name: 'fk_sealed_file_compartment' })
  @Column('varchar', { name: 'compartment_id', length: 26 })
  compartmentId: string;
  /** What the file is, a code: `original`, `clean`. */
  @Column('varchar', { length: 32 }) field: string;
  @Column('text', { name: 'file_key' }) fileKey: string;
  @Column('varchar', { name: 'sealed_at', length: 24 }) sealedAt: string;
}
