import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditData } from './entry';

/** One thing that somebody did or looked at. Never changed, never deleted: triggers refuse both. */
@Entity('audit_row')
export class AuditRow {
  @PrimaryColumn({ type: 'varchar', length: 3, primaryKeyConstraintName: 'pk_audit_row' })
  province: string;

  /** Counts from 1 in each province, without gaps. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_audit_row' })
  no: number;

  @Column({ type: 'varchar', length: 24 })
  at: string;

  @Column({ name: 'actor_kind', type: 'varchar', length: 16 })
  actorKind: string;

  @Column({ name: 'actor_id', type: 'varchar', length: 64, nullable: true })
  actorId: string | null;

  @Column({ type: 'varchar', length: 64 })
  act: string;

  @Column({ name: 'subject_kind', type: 'varchar', length: 32 })
  subjectKind: string;

  /** No foreign key: the trail outlives what it speaks of. */
  @Column({ name: 'subject_id', type: 'varchar', length: 64, nullable: true })
  subjectId: string | null;

  @Column({ type: 'simple-json' })
  data: AuditData;

  /** Hex of HMAC(audit subkey, previous MAC ‖ this row) (KEYS K14). */
  @Column({ type: 'varchar', length: 64 })
  mac: string;
}
