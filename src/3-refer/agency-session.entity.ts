import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An agency that typed its code a moment ago. The row alone opens nothing: the key is in the cookie (KEYS K5). */
@Entity('agency_session')
@Index('ix_agency_session_idle', ['idleAt'])
@Index('ix_agency_session_code', ['codeId'])
export class AgencySession {
  /** Hex of SHA-256(id in the cookie). */
  @PrimaryColumn({ name: 'id_hash', type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_agency_session' })
  idHash: string;
  @Column('varchar', { length: 8 }) province: string;
  /** It ends with the code that opened it. */
  @ForeignKey('ReferralCode', { name: 'fk_agency_session_code' })
  @Column('varchar', { name: 'code_id', length: 26 })
  codeId: string;
  /** The referral's private keys, base64 envelope under a key from the cookie's secret. */
  @Column('text') sealed: string;
  @Column('varchar', { name: 'seen_at', length: 24 }) seenAt: string;
  /** Over when nothing was asked until then. */
  @Column('varchar', { name: 'idle_at', length: 24 }) idleAt: string;
  /** Over in any case. */
  @Column('varchar', { name: 'ends_at', length: 24 }) endsAt: string;
}
