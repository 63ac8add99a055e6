import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A reporter who opened her receipt a moment ago. The row alone opens nothing: the key is in the cookie (KEYS K5). */
@Entity('reporter_session')
@Index('ix_reporter_session_idle', ['idleAt'])
@Index('ix_reporter_session_case', ['caseId'])
export class ReporterSession {
  /** Hex of SHA-256(id in the cookie). */
  @PrimaryColumn({ name: 'id_hash', type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_reporter_session' })
  idHash: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_reporter_session_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** The pair it opens; it ends with the receipt that stood behind it. */
  @Column('varchar', { name: 'key_id', length: 26 }) keyId: string;
  /** The reporter's private key, base64 envelope under a key from the cookie's secret. */
  @Column('text') sealed: string;
  @Column('varchar', { name: 'seen_at', length: 24 }) seenAt: string;
  /** Over when nothing was asked until then. */
  @Column('varchar', { name: 'idle_at', length: 24 }) idleAt: string;
  /** Over in any case. */
  @Column('varchar', { name: 'ends_at', length: 24 }) endsAt: string;
}
