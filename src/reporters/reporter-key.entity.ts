import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** receipt: the reporter's own · claim: once, for reports typed by staff · submission: one hour, for a lost answer. */
export type KeyPurpose = 'receipt' | 'claim' | 'submission';

/** A reporter's private key behind a secret that only she holds (KEYS "Receipts and codes"). */
@Entity('reporter_key')
@Index('ux_reporter_key_tag', ['tag'], { unique: true })
@Index('ix_reporter_key_case', ['caseId'])
@Index('ix_reporter_key_until', ['until'])
export class ReporterKeyRow {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  /** The pair it opens: several secrets may open one pair. */
  @Column('varchar', { name: 'key_id', length: 26 }) keyId: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_reporter_key_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) purpose: KeyPurpose;
  /** Derived from the secret and S; found by plain index, useless without both. */
  @Column('varchar', { length: 44 }) tag: string;
  @Column('varchar', { name: 'public_key', length: 44 }) publicKey: string;
  /** K4: without it a key in the database is nobody's. */
  @Column('varchar', { length: 44 }) mac: string;
  /** The private key under the kek of the secret, AAD province|case|public key. */
  @Column('text') wrapped: string;
  /** After this it is as if it had never been; `null`: as long as the case. */
  @Column('varchar', { length: 24, nullable: true }) until: string | null;
}

/** 16 bytes a province, so that one receipt derives nothing in another. */
@Entity('receipt_salt')
export class ReceiptSalt {
  @PrimaryColumn('varchar', { length: 8 }) province: string;
  @Column('varchar', { length: 24 }) salt: string;
}
