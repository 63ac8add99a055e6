import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Looker } from '../access/looker';
import { Clock } from '../platform/clock';
import { SealBroken, open, publicKeyOf, seal } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/errors';
import { newId } from '../platform/ids';
import { grantContext } from './binding';
import type { CaseRef, OpenCompartment } from './compartments';
import { Compartments } from './compartments';
import { mustBeThere } from './there';
import { UnitKeys } from './unit-keys';
import { Compartment, KeyGrant } from './vault.entities';

/** A code that opens one referral until an instant (KEYS K6). */
export interface Loan {
  readonly codeId: string;
  readonly caseId: string;
  readonly referralId: string;
  /** UTC instant; bound into the seal, so that a row with a later end opens nothing. */
  readonly until: string;
}

/** Private keys of compartments by their ids, base64: what a session keeps, sealed under its cookie. */
export type KeptKeys = Readonly<Record<string, string>>;

/**
 * A referral's private key wrapped under what a code derives to, for an agency that has no key of its own (KEYS K6).
 * Every epoch of the referral is wrapped, each bound to its place (K3).
 */
@Injectable()
export class LentKeys {
  constructor(
    private readonly database: Database,
    private readonly compartments: Compartments,
    private readonly unitKeys: UnitKeys,
    private readonly clock: Clock,
  ) {}

  /** By somebody who can open the referral; inside a write. @throws NotFound when she cannot. */
  async lend(looker: Looker, ref: CaseRef, loan: Loan, kek: Buffer): Promise<void> {
    mustBeThere(looker, ref);
    const keys = await this.unitKeys.of(looker);
    const epochs = await this.epochs(loan);
    if (epochs.length === 0) throw new NotFound();
    await this.database.write(async (em) => {
      for (const { id } of epochs) {
        const { compartment, privateKey } = await this.compartments.open(ref, id, keys);
        const grant: KeyGrant = {
          id: newId(),
          compartmentId: id,
          reader: readerOf(loan),
          readerEpoch: 1,
          part: 'whole',
          sealed: seal(kek, contextOf(compartment, loan), privateKey).toString('base64'),
          fromAt: this.clock.now(),
          untilAt: loan.until,
        };
        await em.insert(KeyGrant, grant);
      }
    });
  }

  /** What the code's derived key opens; empty when nothing was wrapped for it. @throws SealBroken */
  async open(loan: Loan, kek: Buffer): Promise<readonly OpenCompartment[]> {
    const epochs = await this.epochs(loan);
    const where = { compartmentId: In(epochs.map(({ id }) => id)), reader: readerOf(loan) };
    const grants = epochs.length === 0 ? [] : await this.database.reader.findBy(KeyGrant, where);
    return grants
      .filter(({ sealed }) => sealed !== '')
      .map(({ compartmentId, sealed }) => {
        const compartment = epochs.find(({ id }) => id === compartmentId) as Compartment;
        return pairOf(compartment, open(kek, contextOf(compartment, loan), Buffer.from(sealed, 'base64')));
      });
  }

  /** As a session kept them. @throws SealBroken when they are not this referral's. */
  async again(loan: Loan, kept: KeptKeys): Promise<readonly OpenCompartment[]> {
    const epochs = await this.epochs(loan);
    return Object.entries(kept).map(([id, key]) => {
      const compartment = epochs.find((one) => one.id === id);
      if (!compartment) throw new SealBroken();
      return pairOf(compartment, Buffer.from(key, 'base64'));
    });
  }

  /** The rows stay, to prove who could read and until when; what they opened with goes. Inside a write. */
  async end(codeId: string): Promise<void> {
    await this.database.write(async (em) => {
      const now = this.clock.now();
      for (const { id, untilAt } of await em.findBy(KeyGrant, { reader: readerOf({ codeId }) })) {
        await em.update(KeyGrant, { id }, { sealed: '', untilAt: untilAt !== null && untilAt < now ? untilAt : now });
      }
    });
  }

  private epochs({ caseId, referralId: part }: Loan): Promise<readonly Compartment[]> {
    const where = { caseId, kind: 'referral', part } as const;
    return this.database.reader.find(Compartment, { where, order: { epoch: 'ASC' } });
  }
}

export const keptOf = (opened: readonly OpenCompartment[]): KeptKeys =>
  Object.fromEntries(opened.map(({ compartment, privateKey }) => [compartment.id, privateKey.toString('base64')]));

const readerOf = ({ codeId }: Pick<Loan, 'codeId'>): string => `code:${codeId}`;

const contextOf = (compartment: Compartment, loan: Loan): string =>
  grantContext(compartment, `${readerOf(loan)}|${loan.until}`, 'whole');

/** An opened private key's public key is recomputed and compared (KEYS K3). */
function pairOf(compartment: Compartment, privateKey: Buffer): OpenCompartment {
  const publicKey = publicKeyOf(privateKey);
  if (publicKey.toString('base64') !== compartment.publicKey) throw new SealBroken();
  return { compartment, privateKey, publicKey };
}
