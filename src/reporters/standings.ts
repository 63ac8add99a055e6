import { Injectable } from '@nestjs/common';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { CaseClocks } from '../deadlines/case-clocks';
import { Clock } from '../platform/clock';
import type { Standing } from './standing.rules';
import { standingOf } from './standing.rules';

/** Where a case stands now, by its story and its clocks. */
@Injectable()
export class Standings {
  constructor(
    private readonly clocks: CaseClocks,
    private readonly clock: Clock,
  ) {}

  async of(file: CaseFile, story: readonly CaseEvent[]): Promise<Standing> {
    const answerBy = file.waitingReporter ? await this.clocks.waitsUntil(file.id) : null;
    const lines = story.map(({ kind, at, toStatus }) => ({ kind, at, to: toStatus }));
    return standingOf({ ...file, answerBy }, lines, await this.clocks.of(file.id), this.clock.now());
  }

  /** By when a person answers a case whose receipt was just handed out; null when somebody has, or is late already. */
  async acknowledgedBy(number: string): Promise<string | null> {
    const due = await this.clocks.dueOf(number, 'personal_ack');
    return due !== null && due > this.clock.now() ? due : null;
  }
}
