import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MoreThan } from 'typeorm';
import { Clock } from '../platform/clock';
import { nextOf } from '../platform/database/counter';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { CaseEvent } from './case-event.entity';
import type { CaseFile } from './case-file.entity';
import type { Status } from './moves.rules';
import type { Line, NewLine } from './story-line';

/** Runs inside the transaction of the line it hears: if it throws, the line was never told. */
export type StoryListener = (em: EntityManager, file: CaseFile, line: Line) => Promise<void>;

/** Writes lines and lets the rooms above hear them. The only way up is reading the story (DESIGN §2). */
@Injectable()
export class Story {
  private readonly listeners: StoryListener[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** At start only. */
  listen(listener: StoryListener): void {
    this.listeners.push(listener);
  }

  /** Only from `Cases`: the status columns of the file already say `to`. */
  async write(file: CaseFile, from: Status | null, to: Status | null, line: NewLine): Promise<Line> {
    return this.database.write(async (em) => {
      const told: Line = {
        id: newId(),
        seq: await nextOf(em, file.province, 'story'),
        caseId: file.id,
        kind: line.kind,
        by: line.by,
        at: line.at ?? this.clock.now(),
        data: line.data ?? {},
        itemId: line.itemId ?? null,
        from,
        to,
      };
      await em.insert(CaseEvent, rowOf(file, told));
      for (const listener of this.listeners) await listener(em, file, told);
      return told;
    });
  }

  /** What was told since a cursor, over all cases, in the order of commit. */
  after(province: string, seq: number, most: number): Promise<CaseEvent[]> {
    const where = { province, seq: MoreThan(seq) };
    return this.database.reader.find(CaseEvent, { where, order: { seq: 'ASC' }, take: most });
  }

  /** The whole story of a case, oldest first. */
  of(caseId: string): Promise<CaseEvent[]> {
    return this.database.reader.find(CaseEvent, { where: { caseId }, order: { seq: 'ASC' } });
  }
}

const rowOf = (file: CaseFile, line: Line): CaseEvent => ({
  id: line.id,
  province: file.province,
  seq: line.seq,
  caseId: line.caseId,
  kind: line.kind,
  at: line.at,
  byKind: line.by.kind,
  byId: line.by.id,
  fromStatus: line.from,
  toStatus: line.to,
  data: line.data,
  itemId: line.itemId,
});
