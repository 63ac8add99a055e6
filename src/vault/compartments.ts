import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../platform/clock';
import type { KeyPair } from '../platform/crypto/sealing';
import { SealBroken, newKeyPair, openKey, publicKeyOf, randomKey, sealKeyTo } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/errors';
import { newId } from '../platform/ids';
import { grantContext, ownerOf } from './binding';
import { Directory } from './directory';
import { IntakeGate } from './intake-gate';
import type { KeyBunch } from './unit-keys';
import type { UnitCode } from './units';
import { handlersOf, readerKey, readerNameOf } from './units';
import type { CompartmentKind, GrantPart } from './vault.entities';
import { Compartment, KeyGrant } from './vault.entities';

/** The case a text belongs to: enough to bind the envelope to it (KEYS K3). */
export interface CaseRef {
  readonly id: string;
  readonly province: string;
  /** Left out or null: the desk. */
  readonly handledBy?: 'alternative' | null;
}

/** A reporter's own pair: the public half seals, the private half is behind the receipt. */
export interface ReporterReader {
  readonly keyId: string;
  readonly publicKey: Buffer;
}

export interface ReporterKey extends KeyPair {
  readonly keyId: string;
}

/** `publicKey` is null for a unit that was not born yet: what it is owed is noted, and sealed once it has a key. */
export interface Reader {
  readonly name: string;
  readonly epoch: number;
  readonly publicKey: Buffer | null;
}

interface Share {
  readonly reader: Reader;
  readonly part: GrantPart;
  readonly key: Buffer;
}

export type OpenCompartment = KeyPair & { readonly compartment: Compartment };

/** Makes a case's key pairs and hands their private halves to the readers (KEYS K2, K7). */
@Injectable()
export class Compartments {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly gate: IntakeGate,
    private readonly clock: Clock,
  ) {}

  /**
   * At filing: `dialogue` for the handling units and the reporter, `work` for the handling units.
   * @throws NotYetOpen
   */
  async openCase(ref: CaseRef, reporter: ReporterReader | null): Promise<void> {
    await this.gate.mustBeOpen(ref.province);
    const handling = await this.units(ref.province, handlersOf(ref));
    await this.make(ref, 'dialogue', '', wholeTo([...handling, ...(reporter ? [readerOf(reporter)] : [])]));
    await this.make(ref, 'work', '', wholeTo(handling));
  }

  /** A referral's pack and answers: that agency and the handling units. */
  async openReferral(ref: CaseRef, referralId: string, agencyCode: string | null): Promise<void> {
    const units: UnitCode[] = [...handlersOf(ref), ...(agencyCode ? [`agency:${agencyCode}` as const] : [])];
    await this.make(ref, 'referral', referralId, wholeTo(await this.units(ref.province, units)));
  }

  /** The compartment as it stands; all but `dialogue`, `work` and referrals are made when first needed. */
  async find(ref: CaseRef, kind: CompartmentKind, part: string): Promise<Compartment> {
    const where = { caseId: ref.id, kind, part };
    const found = await this.database.reader.findOne(Compartment, { where, order: { epoch: 'DESC' } });
    if (found) return found;
    if (kind === 'identity' || kind === 'original') return this.make(ref, kind, '', await this.halves(ref));
    if (kind === 'report') {
      return this.make(ref, kind, '', wholeTo(await this.units(ref.province, [...handlersOf(ref), 'executive'])));
    }
    if (kind === 'custody') {
      return this.make(ref, kind, '', wholeTo(await this.units(ref.province, [...handlersOf(ref), 'custodian'])));
    }
    throw new Error(`the case has no ${kind} compartment`);
  }

  /** @throws NotFound when nothing was sealed to any of these readers: not yours looks like not there. */
  async open(ref: CaseRef, id: string, keys: KeyBunch): Promise<OpenCompartment> {
    const em = this.database.reader;
    const compartment = await em.findOneBy(Compartment, { id });
    if (!compartment) throw new NotFound();
    if (compartment.caseId !== ref.id) throw new SealBroken();
    const grants = await em.findBy(KeyGrant, { compartmentId: id, part: 'whole', untilAt: IsNull() });
    const privateKey = opened(compartment, grants, keys);
    if (!privateKey) throw new NotFound();
    return { compartment, privateKey, publicKey: publicKeyOf(privateKey) };
  }

  /**
   * Seals these grants anew to the key their units have now, as far as `keys` open them; the old ones go. Inside a write.
   * One that does not open with its own key (it was sealed while another stood in its place) holds up no other.
   * @returns how many were sealed anew, and how many are broken.
   */
  async regrant(ids: readonly string[], keys: KeyBunch): Promise<{ readonly done: number; readonly broken: number }> {
    return this.database.write(async (em) => {
      let done = 0;
      let broken = 0;
      for (const grant of await em.findBy(KeyGrant, { id: In([...ids]), untilAt: IsNull() })) {
        const compartment = await em.findOneByOrFail(Compartment, { id: grant.compartmentId });
        const { compartmentId, part, reader } = grant;
        const others = await em.findBy(KeyGrant, { compartmentId, part, untilAt: IsNull() });
        // A half of an identity's key is only ever passed on by who holds that half.
        const sources = part === 'whole' ? others : others.filter((other) => other.reader === reader);
        const key = openedOrBroken(compartment, sources, keys);
        if (key === 'broken') broken++;
        const next = await this.unit(compartment.province, unitOf(reader));
        if (!key || key === 'broken' || next.publicKey === null || next.epoch <= grant.readerEpoch) continue;
        const { affected } = await em.delete(KeyGrant, { id: grant.id });
        if (affected !== 1) continue;
        await em.insert(KeyGrant, { ...this.grant(compartment, { reader: next, part, key }), fromAt: grant.fromAt });
        done++;
      }
      return { done, broken };
    });
  }

  /** A new receipt: the old pair opens the dialogue once more, for the new one; the old grants go. */
  async replaceReporter(old: ReporterKey, next: ReporterReader): Promise<void> {
    await this.database.write(async (em) => {
      const reader = `reporter:${old.keyId}`;
      for (const grant of await em.find(KeyGrant, { where: { reader, untilAt: IsNull() } })) {
        const compartment = await em.findOneByOrFail(Compartment, { id: grant.compartmentId });
        const key = openGrant(compartment, grant, old);
        await em.insert(KeyGrant, this.grant(compartment, { reader: readerOf(next), part: 'whole', key }));
      }
      await em.delete(KeyGrant, { reader });
    });
  }

  /** A compartment's next epoch, for readers who are not those of before (KEYS K15). Inside a write. */
  async renew({ province, caseId, kind, part, epoch }: Compartment, readers: readonly Reader[]): Promise<Compartment> {
    return this.make({ id: caseId, province }, kind, part, wholeTo(readers), epoch + 1);
  }

  private async make(
    ref: CaseRef,
    kind: CompartmentKind,
    part: string,
    shares: (privateKey: Buffer) => readonly Share[],
    epoch = 1,
  ): Promise<Compartment> {
    const pair = newKeyPair();
    const id = newId();
    const compartment: Compartment = {
      id,
      province: ref.province,
      caseId: ref.id,
      kind,
      part,
      epoch,
      publicKey: pair.publicKey.toString('base64'),
      mac: this.directory.macOf(
        ownerOf({ province: ref.province, caseId: ref.id, kind, part, id }),
        epoch,
        pair.publicKey,
      ),
    };
    await this.database.write(async (em) => {
      await em.insert(Compartment, compartment);
      await em.insert(
        KeyGrant,
        shares(pair.privateKey).map((share) => this.grant(compartment, share)),
      );
    });
    return compartment;
  }

  /** K7: the private key k of the identity, and of uncleaned originals, exists only as k1 (custodians) and k2 (who handles the case), k = k1 XOR k2. */
  private async halves(ref: CaseRef): Promise<(privateKey: Buffer) => readonly Share[]> {
    const custodian = await this.unit(ref.province, 'custodian');
    if (!custodian.publicKey) throw new SealBroken();
    const handlers = await this.units(ref.province, handlersOf(ref));
    return (privateKey) => {
      const half = randomKey();
      const other = xor(privateKey, half);
      return [
        { reader: custodian, part: 'custodian_half', key: half },
        ...handlers.map((reader) => ({ reader, part: 'handler_half', key: other }) as const),
      ];
    };
  }

  private async units(province: string, units: readonly UnitCode[]): Promise<Reader[]> {
    const readers: Reader[] = [];
    for (const unit of units) readers.push(await this.unit(province, unit));
    return readers;
  }

  async unit(province: string, unit: UnitCode): Promise<Reader> {
    const current = await this.directory.current(province, unit);
    return { name: readerNameOf(unit), epoch: current?.epoch ?? 0, publicKey: current?.publicKey ?? null };
  }

  grant(compartment: Compartment, { reader, part, key }: Share): KeyGrant {
    const sealed = reader.publicKey && sealKeyTo(reader.publicKey, grantContext(compartment, reader.name, part), key);
    return {
      id: newId(),
      compartmentId: compartment.id,
      reader: reader.name,
      readerEpoch: reader.epoch,
      part,
      sealed: sealed?.toString('base64') ?? '',
      fromAt: this.clock.now(),
      untilAt: null,
    };
  }
}

const wholeTo =
  (readers: readonly Reader[]) =>
  (privateKey: Buffer): readonly Share[] =>
    readers.map((reader) => ({ reader, part: 'whole', key: privateKey }));

/** Two halves make a key; either alone is random. */
export const xor = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));

export const unitOf = (reader: string): UnitCode => reader.slice('unit:'.length) as UnitCode;

/** The compartment's private key (or half of it), by the first of these grants that one of the keys opens. */
export function opened(compartment: Compartment, grants: readonly KeyGrant[], keys: KeyBunch): Buffer | null {
  for (const grant of grants) {
    const pair = keys.get(readerKey(grant.reader, grant.readerEpoch));
    if (pair) return openGrant(compartment, grant, pair);
  }
  return null;
}

function openedOrBroken(
  compartment: Compartment,
  grants: readonly KeyGrant[],
  keys: KeyBunch,
): Buffer | 'broken' | null {
  try {
    return opened(compartment, grants, keys);
  } catch (error) {
    if (error instanceof SealBroken) return 'broken';
    throw error;
  }
}

/** An opened private key's public key is recomputed and compared (KEYS K3). */
function openGrant(compartment: Compartment, grant: KeyGrant, pair: KeyPair): Buffer {
  const context = grantContext(compartment, grant.reader, grant.part);
  const privateKey = openKey(pair, context, Buffer.from(grant.sealed, 'base64'));
  // A half is no key: nothing can be recomputed from it.
  if (grant.part !== 'whole') return privateKey;
  if (publicKeyOf(privateKey).toString('base64') !== compartment.publicKey) throw new SealBroken();
  return privateKey;
}

const readerOf = (reporter: ReporterReader): Reader => ({
  name: `reporter:${reporter.keyId}`,
  epoch: 1,
  publicKey: reporter.publicKey,
});
