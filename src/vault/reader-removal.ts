import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Compartments, unitOf } from './compartments';
import { Compartment, KeyGrant } from './vault.entities';

/**
 * An agency is no longer asked (KEYS K15): what its key, or its code, opened of the referral ends, and whatever is sealed
 * from now on goes to keys that it never held. What it opened before cannot be recalled.
 */
@Injectable()
export class ReaderRemoval {
  constructor(
    private readonly database: Database,
    private readonly compartments: Compartments,
    private readonly clock: Clock,
  ) {}

  /** Inside a write. A referral from an old register has no compartment, and nothing ends. */
  async fromReferral(caseId: string, referralId: string): Promise<void> {
    await this.database.write(async (em) => {
      const where = { caseId, kind: 'referral', part: referralId } as const;
      const epochs = await em.find(Compartment, { where, order: { epoch: 'ASC' } });
      const newest = epochs.at(-1);
      if (!newest) return;
      const grants = await em.findBy(KeyGrant, { compartmentId: In(epochs.map(({ id }) => id)) });
      // The row stays, to prove who could read and until when; what it opened with goes.
      const now = this.clock.now();
      for (const { id, untilAt } of grants.filter(({ reader }) => isGuest(reader))) {
        await em.update(KeyGrant, { id }, { sealed: '', untilAt: untilAt !== null && untilAt < now ? untilAt : now });
      }
      const staying = grants.filter(
        ({ compartmentId, reader, untilAt }) => compartmentId === newest.id && untilAt === null && !isGuest(reader),
      );
      const readers = [];
      for (const { reader } of staying) readers.push(await this.compartments.unit(newest.province, unitOf(reader)));
      await this.compartments.renew(newest, readers);
    });
  }
}

/** Everyone but the handling units; what an agency is owed because its unit was not born yet ends as well. */
const isGuest = (reader: string): boolean => !reader.startsWith('unit:') || reader.startsWith('unit:agency:');
