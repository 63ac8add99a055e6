import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Officer } from './officer.entity';

/** An officer who is signed in. The row alone opens nothing: the keyring's key is in the cookie (KEYS K5). */
@Entity('session')
@Index('ix_session_officer', ['officerId'])
@Index('ix_session_idle_at', ['idleAt'])
export class Session {
  /** Hex of SHA-256(id in the cookie). */
  @PrimaryColumn({ name: 'id_hash', type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_session' })
  idHash: string;

  @ForeignKey(() => Officer, { name: 'fk_session_officer' })
  @Column({ name: 'officer_id', type: 'varchar', length: 26 })
  officerId: string;

  /** Base64 envelope of the key that opens the officer's keyring, under a key from the cookie's secret. */
  @Column({ type: 'text' })
  keyring: string;

  /** The officer has shown who she is, and it counts until then. */
  @Column({ name: 'fresh_until', type: 'varchar', length: 24, nullable: true })
  freshUntil: string | null;

  @Column({ name: 'seen_at', type: 'varchar', length: 24 })
  seenAt: string;

  /** Over when nothing was asked until then. */
  @Column({ name: 'idle_at', type: 'varchar', length: 24 })
  idleAt: string;

  /** Over in any case. */
  @Column({ name: 'ends_at', type: 'varchar', length: 24 })
  endsAt: string;
}
