import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { LessThan } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Clock } from '../platform/clock';
import type { Lane } from '../platform/crypto/argon';
import { ArgonQueue, RECEIPT_COST } from '../platform/crypto/argon';
import { readDigits } from '../platform/crypto/codes';
import { hkdfExpand, hmac } from '../platform/crypto/kdf';
import { newKeyPair, open, publicKeyOf, seal } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import type { CaseRef, ReporterKey } from '../vault/compartments';
import { Directory } from '../vault/directory';
import { CodeUnknown } from './errors';
import type { KeyPurpose } from './reporter-key.entity';
import { ReceiptSalt, ReporterKeyRow } from './reporter-key.entity';

/** What a secret becomes: where to look, and what opens it. */
export interface Derived {
  readonly tag: string;
  readonly kek: Buffer;
}

export interface OpenedReceipt {
  readonly caseId: string;
  readonly key: ReporterKey;
  readonly row: ReporterKeyRow;
}

/** The reporter's side of the door: secrets are derived outside a write, looked up by tag, never stored. */
@Injectable()
export class Receipts {
  private readonly salts = new Map<string, Buffer>();

  constructor(
    private readonly database: Database,
    private readonly argon: ArgonQueue,
    private readonly secret: ServerSecret,
    private readonly clock: Clock,
    private readonly province: Province,
    private readonly directory: Directory,
  ) {}

  /**
   * R = Argon2id(digits), P = HMAC(receipt subkey, R), tag and kek = HKDF(P, purpose) (KEYS). Not inside a write.
   * @throws Busy after five seconds of waiting.
   */
  async derive(purpose: 'receipt' | 'claim' | 'referral', digits: string, lane: Lane): Promise<Derived> {
    const salt = await this.salt();
    return this.split(purpose, await this.argon.derive(lane, digits, salt, RECEIPT_COST));
  }

  /** A submission key is 32 random bytes from our own form: it needs no slow derivation. */
  deriveSubmission(key: string): Derived {
    return this.split('submission', Buffer.from(`${this.province.code}|${key}`));
  }

  /** A new pair for the reporter of a case; its private half leaves memory only wrapped. */
  newPair(): ReporterKey {
    return { keyId: newId(), ...newKeyPair() };
  }

  /** Puts a pair behind a secret. Inside a write. */
  async put(
    ref: CaseRef,
    purpose: KeyPurpose,
    derived: Derived,
    pair: ReporterKey,
    until: string | null,
  ): Promise<void> {
    const publicKey = pair.publicKey.toString('base64');
    const row: ReporterKeyRow = {
      id: newId(),
      keyId: pair.keyId,
      province: ref.province,
      caseId: ref.id,
      purpose,
      tag: derived.tag,
      publicKey,
      mac: this.directory.macOf(ownerOf(ref.province, ref.id, pair.keyId), 1, pair.publicKey),
      wrapped: seal(derived.kek, contextOf(ref.province, ref.id, publicKey), pair.privateKey).toString('base64'),
      until,
    };
    await this.database.write((em) => em.insert(ReporterKeyRow, row));
  }

  /** What these twenty digits open. Malformed costs the same derivation and the same look. @throws CodeUnknown */
  async open(receipt: string): Promise<OpenedReceipt> {
    const digits = readDigits(receipt, 20);
    const derived = await this.derive('receipt', digits ?? '', 'lookup');
    const opened = await this.find('receipt', derived);
    if (digits === null || !opened) throw new CodeUnknown();
    return opened;
  }

  /** What this secret opens, or null: malformed, unknown, used, expired and of another purpose are one answer. */
  async find(purpose: KeyPurpose, derived: Derived): Promise<OpenedReceipt | null> {
    const row = await this.database.reader.findOneBy(ReporterKeyRow, { tag: derived.tag, purpose });
    if (!row || row.province !== this.province.code) return null;
    if (row.until !== null && row.until <= this.clock.now()) return null;
    this.directory.check(ownerOf(row.province, row.caseId, row.keyId), 1, row.publicKey, row.mac);
    const context = contextOf(row.province, row.caseId, row.publicKey);
    const privateKey = open(derived.kek, context, Buffer.from(row.wrapped, 'base64'));
    return { caseId: row.caseId, row, key: { keyId: row.keyId, privateKey, publicKey: publicKeyOf(privateKey) } };
  }

  /** The public half of a reporter's pair as it was entered; null when nothing opens the pair any more. @throws SealBroken */
  async readerOf(keyId: string): Promise<Buffer | null> {
    const row = await this.database.reader.findOneBy(ReporterKeyRow, { keyId });
    return row && this.directory.check(ownerOf(row.province, row.caseId, row.keyId), 1, row.publicKey, row.mac);
  }

  /** Inside a write: this secret and every other that opens the same pair are gone. False when another was faster. */
  async burn(keyId: string, keep: KeyPurpose | null = null): Promise<boolean> {
    return this.database.write(async (em) => {
      const query = em.createQueryBuilder().delete().from(ReporterKeyRow).where('key_id = :keyId', { keyId });
      const result = await (keep ? query.andWhere('purpose <> :keep', { keep }) : query).execute();
      return result.affected !== 0;
    });
  }

  /** Whether a secret still opens this pair: a claimed or renewed receipt ends what the old one had opened. */
  stands(caseId: string, keyId: string): Promise<boolean> {
    return this.database.reader.existsBy(ReporterKeyRow, { caseId, keyId });
  }

  /** Expired secrets are deleted, not only refused. */
  async sweep(): Promise<void> {
    const until = LessThan(this.clock.now());
    await this.database.write((em) => em.delete(ReporterKeyRow, { until }));
  }

  private split(purpose: KeyPurpose | 'referral', derived: Buffer): Derived {
    const p = hmac(this.secret.subkey('receipt'), derived);
    return {
      tag: hkdfExpand(p, `phitak/v1/${purpose}-tag`).toString('base64'),
      kek: hkdfExpand(p, `phitak/v1/${purpose}-kek`),
    };
  }

  private async salt(): Promise<Buffer> {
    const province = this.province.code;
    const known = this.salts.get(province);
    if (known) return known;
    const row = (await this.readSalt()) ?? (await this.makeSalt());
    const salt = Buffer.from(row.salt, 'base64');
    this.salts.set(province, salt);
    return salt;
  }

  private readSalt(): Promise<ReceiptSalt | null> {
    return this.database.reader.findOneBy(ReceiptSalt, { province: this.province.code });
  }

  private async makeSalt(): Promise<ReceiptSalt> {
    const row = { province: this.province.code, salt: randomBytes(16).toString('base64') };
    await this.database.write((em) =>
      em.createQueryBuilder().insert().into(ReceiptSalt).values(row).orIgnore().execute(),
    );
    return (await this.readSalt()) ?? row;
  }
}

const ownerOf = (province: string, caseId: string, keyId: string): string => `reporter|${province}|${caseId}|${keyId}`;

const contextOf = (province: string, caseId: string, publicKey: string): string => `${province}|${caseId}|${publicKey}`;
