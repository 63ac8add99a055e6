import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/audit';
import type { Actor } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import type { CustodyAct } from './custody-entry.entity';
import { CustodyEntry } from './custody-entry.entity';
import type { Exhibit } from './exhibit.entity';

/** The chain of who had an exhibit: rows are only added, and each stands in the audit trail as well. */
@Injectable()
export class Custody {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Adds links, in this order, in one write. */
  async note(exhibit: Pick<Exhibit, 'id' | 'caseId'>, by: Actor, ...acts: readonly CustodyAct[]): Promise<void> {
    await this.database.write(async (em) => {
      let no = await em.countBy(CustodyEntry, { exhibitId: exhibit.id });
      for (const act of acts) {
        const entry: CustodyEntry = {
          id: newId(),
          exhibitId: exhibit.id,
          no: ++no,
          act,
          at: this.clock.now(),
          byKind: by.kind,
          byId: by.id,
        };
        await em.insert(CustodyEntry, entry);
        await this.audit.record({
          actor: { kind: by.kind === 'import' ? 'command' : by.kind, id: by.id },
          act: `exhibit.${act}`,
          subjectKind: 'exhibit',
          subjectId: exhibit.id,
          data: { case: exhibit.caseId },
        });
      }
    });
  }

  /** Oldest first, by exhibit. */
  async of(exhibitIds: readonly string[]): Promise<ReadonlyMap<string, readonly CustodyEntry[]>> {
    const chains = new Map<string, CustodyEntry[]>(exhibitIds.map((id) => [id, []]));
    if (exhibitIds.length === 0) return chains;
    const where = { exhibitId: In([...exhibitIds]) };
    const entries = await this.database.reader.find(CustodyEntry, { where, order: { no: 'ASC', id: 'ASC' } });
    for (const entry of entries) chains.get(entry.exhibitId)?.push(entry);
    return chains;
  }
}
