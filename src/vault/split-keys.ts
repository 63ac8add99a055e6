import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Keyrings } from '../access/keyrings';
import type { Looker } from '../access/looker';
import type { Officer } from '../access/officer.entity';
import { Clock } from '../platform/clock';
import { SealBroken, openKey, publicKeyOf, sealKeyTo } from '../platform/crypto/sealing';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/errors';
import { newId } from '../platform/ids';
import { grantContext } from './binding';
import type { CaseRef, OpenCompartment } from './compartments';
import { xor } from './compartments';
import { UnitKeys } from './unit-keys';
import { readerKey } from './units';
import type { CompartmentKind, GrantPart } from './vault.entities';
import { Compartment, KeyGrant } from './vault.entities';

export type SplitKind = Extract<CompartmentKind, 'identity' | 'original'>;

/** What a custodian's half is handed over for: one request, one officer, until one instant. */
export interface Handover {
  readonly requestId: string;
  /** `identity`, or `original` for uncleaned evidence. */
  readonly kind: SplitKind;
  readonly officerId: string;
  /** UTC instant. */
  readonly until: string;
}

/**
 * A key in two halves, of an identity or of uncleaned originals (KEYS K7). The custodian seals hers to the asker's own key, bound to the request and
 * its end; the asker's session joins it with the handling unit's. Neither side alone opens anything.
 */
@Injectable()
export class SplitKeys {
  constructor(
    private readonly database: Database,
    private readonly unitKeys: UnitKeys,
    private readonly keyrings: Keyrings,
    private readonly clock: Clock,
  ) {}

  /** Inside a write. @throws NotFound when she holds no half. @throws SealBroken when the asker's key was swapped (K4). */
  async handOver(custodian: Looker, ref: CaseRef, asker: Officer, handover: Handover): Promise<void> {
    if (!this.keyrings.isOurs(asker)) throw new SealBroken();
    const compartment = await this.splitOf(ref, handover.kind);
    const half = await this.half(custodian, compartment, 'custodian_half');
    const context = grantContext(compartment, readerOf(handover), 'custodian_half');
    const grant: KeyGrant = {
      id: newId(),
      compartmentId: compartment.id,
      reader: `request:${handover.requestId}`,
      readerEpoch: asker.keyEpoch,
      part: 'custodian_half',
      sealed: sealKeyTo(Buffer.from(asker.publicKey, 'hex'), context, half).toString('base64'),
      fromAt: this.clock.now(),
      untilAt: handover.until,
    };
    await this.database.write((em) => em.insert(KeyGrant, grant));
  }

  /** @throws NotFound for anyone but the asker, after the end, and without the handling unit's half. */
  async join(asker: Looker, ref: CaseRef, handover: Handover): Promise<OpenCompartment> {
    const compartment = await this.splitOf(ref, handover.kind);
    const grant = await this.database.reader.findOneBy(KeyGrant, {
      compartmentId: compartment.id,
      reader: `request:${handover.requestId}`,
      untilAt: MoreThan(this.clock.now()),
    });
    if (!grant || !asker.keyring || grant.readerEpoch !== asker.keyEpoch) throw new NotFound();
    const context = grantContext(compartment, readerOf({ ...handover, officerId: asker.officerId }), 'custodian_half');
    const mine = openKey(asker.keyring, context, Buffer.from(grant.sealed, 'base64'));
    const privateKey = xor(mine, await this.half(asker, compartment, 'handler_half'));
    const publicKey = publicKeyOf(privateKey);
    if (publicKey.toString('base64') !== compartment.publicKey) throw new SealBroken();
    return { compartment, privateKey, publicKey };
  }

  /** What was handed over and is past its end goes. */
  async sweep(): Promise<void> {
    await this.database.write((em) =>
      em
        .createQueryBuilder()
        .delete()
        .from(KeyGrant)
        .where(`part = 'custodian_half' AND until_at <= :now`, { now: this.clock.now() })
        .execute(),
    );
  }

  private async splitOf(ref: CaseRef, kind: SplitKind): Promise<Compartment> {
    const where = { caseId: ref.id, kind, part: '' } as const;
    const compartment = await this.database.reader.findOne(Compartment, { where, order: { epoch: 'DESC' } });
    if (!compartment) throw new NotFound();
    return compartment;
  }

  private async half(looker: Looker, compartment: Compartment, part: GrantPart): Promise<Buffer> {
    const keys = await this.unitKeys.of(looker);
    const where = { compartmentId: compartment.id, part, untilAt: IsNull() };
    for (const grant of await this.database.reader.findBy(KeyGrant, where)) {
      const pair = keys.get(readerKey(grant.reader, grant.readerEpoch));
      if (!pair) continue;
      return openKey(pair, grantContext(compartment, grant.reader, part), Buffer.from(grant.sealed, 'base64'));
    }
    throw new NotFound();
  }
}

/** Bound into the seal: a row that was given another end, officer or request opens nothing. */
const readerOf = ({ requestId, officerId, until }: Handover): string => `request:${requestId}|${officerId}|${until}`;
