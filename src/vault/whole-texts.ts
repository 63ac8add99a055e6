import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Looker } from '../access/looker';
import { Database } from '../platform/database/database';
import { chunks } from '../platform/database/sql';
import { NotFound } from '../platform/errors';
import type { CaseRef } from './compartments';
import { Compartments } from './compartments';
import { mustBeThere } from './there';
import type { KeyBunch } from './unit-keys';
import { UnitKeys } from './unit-keys';
import { openItem } from './vault';
import type { CompartmentKind } from './vault.entities';
import { Compartment, SealedItem } from './vault.entities';

/** One text with its id and what it is, a code. */
export interface WholeText {
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

/** Which texts of a case exist, without opening any. */
export type TextId = Pick<SealedItem, 'id' | 'field' | 'compartmentId'>;

/** What a handling unit may read of a case without a custodian: never an identity, never an original. */
const READ: readonly CompartmentKind[] = ['dialogue', 'work'];

/**
 * The texts of whole cases, for a program that searches or compares in the session of somebody who may read them
 * (KEYS K10). No person sees them here; whoever asks writes the audit row.
 */
@Injectable()
export class WholeTexts {
  constructor(
    private readonly database: Database,
    private readonly compartments: Compartments,
    private readonly unitKeys: UnitKeys,
  ) {}

  /** In the order of their ids. */
  async ids(caseId: string): Promise<readonly TextId[]> {
    const em = this.database.reader;
    const where = { caseId, kind: In([...READ]) };
    const compartments = await em.find(Compartment, { select: { id: true }, where });
    if (compartments.length === 0) return [];
    return em.find(SealedItem, {
      select: { id: true, field: true, compartmentId: true },
      where: { compartmentId: In(compartments.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
  }

  /**
   * Those of these cases' texts that the looker's units open, all or those of one field.
   * @throws NotFound for a case behind the wall.
   */
  async of(
    looker: Looker,
    refs: readonly CaseRef[],
    field?: string,
  ): Promise<ReadonlyMap<string, readonly WholeText[]>> {
    for (const ref of refs) mustBeThere(looker, ref);
    const keys = await this.unitKeys.of(looker);
    const texts = new Map<string, readonly WholeText[]>();
    for (const ref of refs) texts.set(ref.id, await this.ofCase(ref, keys, field));
    return texts;
  }

  private async ofCase(ref: CaseRef, keys: KeyBunch, field?: string): Promise<readonly WholeText[]> {
    const ids = (await this.ids(ref.id)).filter((one) => field === undefined || one.field === field);
    const texts: WholeText[] = [];
    for (const id of new Set(ids.map(({ compartmentId }) => compartmentId))) {
      const opened = await this.openIfHers(ref, id, keys);
      if (!opened) continue;
      const here = ids.filter(({ compartmentId }) => compartmentId === id);
      for (const piece of chunks(here)) {
        const items = await this.database.reader.findBy(SealedItem, { id: In(piece.map((one) => one.id)) });
        texts.push(...items.map((item) => ({ id: item.id, field: item.field, text: openItem(item, opened) })));
      }
    }
    return texts.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** A compartment of before a handover may not be hers. */
  private async openIfHers(ref: CaseRef, id: string, keys: KeyBunch) {
    try {
      return await this.compartments.open(ref, id, keys);
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }
}
