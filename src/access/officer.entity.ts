import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from './roles';

/** Who chose the passphrase: its owner, another officer who issued it, or the command line. */
export type PassphraseFrom = 'self' | 'officer' | 'command';

/** A person with an account. The passphrase is nowhere: whoever opens the keyring had it (KEYS K5). */
@Entity('officer')
@Index('uq_officer_username', ['province', 'username'], { unique: true })
export class Officer {
  @PrimaryColumn({ type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_officer' })
  id: string;

  @Column({ type: 'varchar', length: 3 })
  province: string;

  /** Lower case. */
  @Column({ type: 'varchar', length: 32 })
  username: string;

  @Column({ type: 'varchar', length: 120 })
  name: string;

  @Column({ type: 'simple-json' })
  roles: readonly Role[];

  @Column({ name: 'agency_code', type: 'varchar', length: 32, nullable: true })
  agencyCode: string | null;

  /** At the desk: null, or `alternative` for who takes what concerns the desk's own people. */
  @Column({ name: 'desk_unit', type: 'varchar', length: 12, nullable: true })
  deskUnit: 'alternative' | null;

  /** Where notices go by post, as she or the administrator wrote it. */
  @Column({ type: 'varchar', length: 254, nullable: true })
  email: string | null;

  /** Null: no address. Nothing is posted to one she has not saved herself: whoever else wrote it may mean another mailbox. */
  @Column({ name: 'email_from', type: 'varchar', length: 8, nullable: true })
  emailFrom: PassphraseFrom | null;

  @Column({ type: 'boolean' })
  active: boolean;

  /** Hex, 16 bytes, of this passphrase alone. */
  @Column({ type: 'varchar', length: 32 })
  salt: string;

  /** Base64 envelope of the keyring (private key, second factor, pins), under a key that only the passphrase and the server secret give. */
  @Column({ type: 'text' })
  keyring: string;

  /** Counts the key pairs this person has had: a new passphrase is a new pair. */
  @Column({ name: 'key_epoch', type: 'integer' })
  keyEpoch: number;

  /** Hex. */
  @Column({ name: 'public_key', type: 'varchar', length: 64 })
  publicKey: string;

  /** Hex of HMAC(directory subkey, owner|epoch|key): a key swapped in the database is not believed (KEYS K4). */
  @Column({ name: 'public_key_mac', type: 'varchar', length: 64 })
  publicKeyMac: string;

  /** Null: made before this was asked, and so not known to be her own. */
  @Column({ name: 'passphrase_from', type: 'varchar', length: 8, nullable: true })
  passphraseFrom: PassphraseFrom | null;

  /** The epoch of the pair beside which a second factor was enrolled: for the people page, never for a decision. */
  @Column({ name: 'second_factor_epoch', type: 'integer', nullable: true })
  secondFactorEpoch: number | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt: string;
}

/** As far as a row can tell: the factor itself is in the keyring. A new pair has none. */
export const seemsToHaveSecondFactor = (officer: Pick<Officer, 'keyEpoch' | 'secondFactorEpoch'>): boolean =>
  officer.secondFactorEpoch === officer.keyEpoch;

export const passphraseIsOwn = ({ passphraseFrom }: Pick<Officer, 'passphraseFrom'>): boolean =>
  passphraseFrom === 'self';
