import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In, IsNull } from 'typeorm';
import type { Looker } from '../access/looker';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/errors';
import type { CaseRef, Reader } from './compartments';
import { Compartments, opened, unitOf } from './compartments';
import type { KeyBunch } from './unit-keys';
import { UnitKeys } from './unit-keys';
import { handlersOf, readerNameOf } from './units';
import { Compartment, KeyGrant } from './vault.entities';

/** The reporter of a dialogue as she is now; null when she has no key any more. */
export type FindReporter = (keyId: string) => Promise<Reader | null>;

/**
 * A case changes hands (KEYS K11, K15): the alternative unit reads it from now on, and what the desk could open of it
 * ends. What is written later goes to keys that the desk never held; what it opened before cannot be recalled.
 */
@Injectable()
export class CaseHandover {
  constructor(
    private readonly database: Database,
    private readonly compartments: Compartments,
    private readonly unitKeys: UnitKeys,
    private readonly clock: Clock,
  ) {}

  /** By somebody who can still open it; inside a write. @throws NotFound when she cannot. */
  async toAlternative(looker: Looker, ref: CaseRef, findReporter: FindReporter): Promise<void> {
    const keys = await this.unitKeys.of(looker);
    const before = handlersOf(ref).map(readerNameOf);
    const alternative = await this.compartments.unit(ref.province, 'alternative');
    await this.database.write(async (em) => {
      const epochs = await em.find(Compartment, { where: { caseId: ref.id }, order: { epoch: 'ASC' } });
      for (const compartment of epochs) {
        const grants = await em.findBy(KeyGrant, { compartmentId: compartment.id, untilAt: IsNull() });
        await this.passOn(em, compartment, grants, { keys, before, alternative });
        const others = grants.filter(({ reader, part }) => part === 'whole' && !before.includes(reader));
        if (grants.every(({ part }) => part !== 'whole') || !isNewest(compartment, epochs)) continue;
        const readers = [alternative, ...(await this.readers(ref, others, findReporter))];
        await this.compartments.renew(compartment, readers);
      }
    });
  }

  private async passOn(
    em: EntityManager,
    compartment: Compartment,
    grants: readonly KeyGrant[],
    { keys, before, alternative }: { keys: KeyBunch; before: readonly string[]; alternative: Reader },
  ): Promise<void> {
    const handlers = grants.filter(({ reader }) => before.includes(reader));
    const [first] = handlers;
    if (!first) return;
    const key = opened(compartment, handlers, keys);
    if (!key) throw new NotFound();
    await em.insert(KeyGrant, this.compartments.grant(compartment, { reader: alternative, part: first.part, key }));
    // The row stays, to prove who could read and until when; what it opened with goes.
    const ended = { sealed: '', untilAt: this.clock.now() };
    await em.update(KeyGrant, { id: In(handlers.map(({ id }) => id)) }, ended);
  }

  private async readers(ref: CaseRef, grants: readonly KeyGrant[], findReporter: FindReporter): Promise<Reader[]> {
    const readers: Reader[] = [];
    for (const { reader } of grants) {
      const found = reader.startsWith('reporter:')
        ? await findReporter(reader.slice('reporter:'.length))
        : await this.compartments.unit(ref.province, unitOf(reader));
      if (found) readers.push(found);
    }
    return readers;
  }
}

/** Of its kind and part the compartment that is sealed to now; a referral that was called back has two. */
const isNewest = ({ kind, part, epoch }: Compartment, epochs: readonly Compartment[]): boolean =>
  epochs.every((other) => other.kind !== kind || other.part !== part || other.epoch <= epoch);
