import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time link for the first administrator of a province; one at most, replaced at each start. */
@Entity('setup_token')
export class SetupToken {
  @PrimaryColumn({ type: 'varchar', length: 3, primaryKeyConstraintName: 'pk_setup_token' })
  province: string;

  /** Hex of SHA-256(token). */
  @Column({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash: string;

  @Column({ name: 'made_at', type: 'varchar', length: 24 })
  madeAt: string;
}
