import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { INDEX_ENTITIES } from './index.entities';
import { RegisterKey, RegisterText } from './register-text.entity';
import { SealedFile } from './sealed-file.entity';
import { UnitKey, UnitMember } from './unit.entities';

export const COMPARTMENTS = ['dialogue', 'work', 'referral', 'report', 'identity', 'original', 'custody'] as const;
export type CompartmentKind = (typeof COMPARTMENTS)[number];

/** A key pair of a case (KEYS K2): anyone may seal to the public key, only readers open. */
@Entity('compartment')
@Index('ux_compartment', ['caseId', 'kind', 'part', 'epoch'], { unique: true })
export class Compartment {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_compartment_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) kind: CompartmentKind;
  /** The referral it belongs to; empty for the others. */
  @Column('varchar', { length: 26 }) part: string;
  @Column('integer') epoch: number;
  @Column('varchar', { name: 'public_key', length: 44 }) publicKey: string;
  @Column('varchar', { length: 44 }) mac: string;
}

/** Whole private key, or one half of the identity's (KEYS K7: k = k1 XOR k2). */
export type GrantPart = 'whole' | 'custodian_half' | 'handler_half';

/** A compartment's private key sealed to one reader. The history of this table proves who could read, and when. */
@Entity('key_grant')
@Index('ix_key_grant_compartment', ['compartmentId', 'reader'])
@Index('ix_key_grant_reader', ['reader'])
@Index('ix_key_grant_owed', ['reader', 'readerEpoch'])
export class KeyGrant {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Compartment', { name: 'fk_key_grant_compartment' })
  @Column('varchar', { name: 'compartment_id', length: 26 })
  compartmentId: string;
  /** `unit:desk`, `unit:agency:NWT-LAND`, `reporter:<key id>`; `request:<id>`: one officer, for a time (KEYS K7). */
  @Column('varchar', { length: 80 }) reader: string;
  /** Of the reader's key; 0 while the unit has none: what is owed is sealed once it does. */
  @Column('integer', { name: 'reader_epoch' }) readerEpoch: number;
  @Column('varchar', { length: 16 }) part: GrantPart;
  @Column('text') sealed: string;
  @Column('varchar', { name: 'from_at', length: 24 }) fromAt: string;
  @Column('varchar', { name: 'until_at', length: 24, nullable: true }) untilAt: string | null;
}

/** One text: its own key sealed to the compartment, its content under that key. */
@Entity('sealed_item')
@Index('ix_sealed_item_compartment', ['compartmentId'])
export class SealedItem {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Compartment', { name: 'fk_sealed_item_compartment' })
  @Column('varchar', { name: 'compartment_id', length: 26 })
  compartmentId: string;
  /** What the text is: `allegation`, `reasons`, `answer` … a code. */
  @Column('varchar', { length: 32 }) field: string;
  @Column('text', { name: 'item_key' }) itemKey: string;
  @Column('text') envelope: string;
  @Column('varchar', { name: 'sealed_at', length: 24 }) sealedAt: string;
}

export const VAULT_ENTITIES = [
  UnitKey,
  UnitMember,
  Compartment,
  KeyGrant,
  SealedItem,
  SealedFile,
  RegisterText,
  RegisterKey,
  ...INDEX_ENTITIES,
];
