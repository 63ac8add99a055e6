import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import type { AuditActor } from '../audit/entry';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { MessageRead } from './message-read.entity';
import type { Message, Side } from './thread.rules';

/** When a message was first opened by the side it was written to, by the id of its line. */
export type ReadAt = ReadonlyMap<string, string>;

/** "Read" marks both ways: a day and a time, never who. */
@Injectable()
export class Marks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The marks as they stand; what the other side wrote is marked as opened now. */
  async openedBy(side: Side, actor: AuditActor, caseId: string, thread: readonly Message[]): Promise<ReadAt> {
    const rows = await this.database.reader.findBy(MessageRead, { caseId });
    const readAt = new Map(rows.map((row) => [row.lineId, row.readAt]));
    const fresh = thread.filter(({ line, from }) => from !== side && !readAt.has(line.id)).map(({ line }) => line.id);
    if (fresh.length > 0) await this.note(fresh, caseId, actor);
    return readAt;
  }

  private async note(lineIds: readonly string[], caseId: string, actor: AuditActor): Promise<void> {
    const readAt = this.clock.now();
    await this.database.write(async (em) => {
      const rows = lineIds.map((lineId) => ({ lineId, caseId, readAt }));
      await em.createQueryBuilder().insert().into(MessageRead).values(rows).orIgnore().execute();
      const data = { lines: lineIds };
      await this.audit.record({ actor, act: 'message.read', subjectKind: 'case', subjectId: caseId, data });
    });
  }
}
