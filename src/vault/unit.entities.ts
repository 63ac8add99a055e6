import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A unit's key pair of one epoch. In trial mode the private key lies here under the server secret (KEYS K9). */
@Entity('unit_key')
@Index('ux_unit_key', ['province', 'unit', 'epoch'], { unique: true })
export class UnitKey {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @Column('varchar', { length: 60 }) unit: string;
  @Column('integer') epoch: number;
  @Column('varchar', { name: 'public_key', length: 44 }) publicKey: string;
  /** K4: `HMAC(directory subkey, owner|epoch|key)`, checked before each seal. */
  @Column('varchar', { length: 44 }) mac: string;
  @Column('text', { name: 'trial_private', nullable: true }) trialPrivate: string | null;
  /**
   * A public key that contradicts what a member's keyring holds of this epoch. As long as it is the one that stands
   * here, nothing is sealed to it; once the row is repaired it says nothing any more (KEYS K4).
   */
  @Column('varchar', { length: 44, nullable: true }) distrusted: string | null;
  @Column('varchar', { name: 'made_at', length: 24 }) madeAt: string;
}

/** A unit's private key sealed to one of its members: who has no row reads nothing of that epoch (KEYS K8, K9). */
@Entity('unit_member')
@Index('ux_unit_member', ['province', 'unit', 'epoch', 'officerId', 'keyEpoch'], { unique: true })
@Index('ix_unit_member_officer', ['officerId'])
export class UnitMember {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @Column('varchar', { length: 60 }) unit: string;
  /** Of the unit's key. */
  @Column('integer') epoch: number;
  @ForeignKey('Officer', { name: 'fk_unit_member_officer' })
  @Column('varchar', { name: 'officer_id', length: 26 })
  officerId: string;
  /** Of the member's own pair: a new passphrase from an administrator is a new pair, and opens nothing. */
  @Column('integer', { name: 'key_epoch' }) keyEpoch: number;
  @Column('text') sealed: string;
  /** Who compared the spoken code; null for the first member and for one who came with the recovery sheets. */
  @Column('varchar', { name: 'admitted_by', length: 26, nullable: true }) admittedBy: string | null;
  @Column('varchar', { name: 'admitted_at', length: 24 }) admittedAt: string;
}
