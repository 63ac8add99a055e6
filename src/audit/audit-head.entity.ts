import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number and MAC of a province's trail; its lock puts the rows in order. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn({ type: 'varchar', length: 3, primaryKeyConstraintName: 'pk_audit_head' })
  province: string;

  @Column({ type: 'integer' })
  no: number;

  @Column({ type: 'varchar', length: 64 })
  mac: string;
}
