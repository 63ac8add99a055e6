import { Injectable } from '@nestjs/common';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { Calendars } from '../deadlines/calendars';
import { CaseClocks } from '../deadlines/case-clocks';
import { Clock } from '../platform/clock';
import type { Promised } from './promises.rules';
import type { Standing } from './standing.rules';
import { standingOf } from './standing.rules';
import type { ExplainedDate } from './why';
import { reasonsOf } from './why.rules';

export interface ExplainedStanding extends Standing {
  /** Every day she is given, and what it was counted from. */
  readonly dates: readonly ExplainedDate[];
}

/** Where a case stands now, by its story and its clocks. */
@Injectable()
export class Standings {
  constructor(
    private readonly clocks: CaseClocks,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async of(file: CaseFile, story: readonly CaseEvent[]): Promise<ExplainedStanding> {
    const answerBy = file.waitingReporter ? await this.clocks.waitsUntil(file.id) : null;
    const lines = story.map(({ kind, at, toStatus }) => ({ kind, at, to: toStatus }));
    const standing = standingOf({ ...file, answerBy }, lines, await this.clocks.of(file.id), this.clock.now());
    return { ...standing, dates: await this.explained(file, standing.promises) };
  }

  private async explained({ id }: CaseFile, promises: readonly Promised[]): Promise<readonly ExplainedDate[]> {
    const told = promises.filter(({ run, late }) => run !== null || late);
    if (told.length === 0) return [];
    const runs = await this.clocks.explained(id);
    return told.map(({ of, by, late, run }) => {
      const found = runs.find(
        ({ clock, startsAt, dueAt }) => clock === run?.clock && startsAt === run.startsAt && dueAt === run.dueAt,
      );
      const holidayOf = (day: string) => this.calendars.inForce.holiday(day);
      return { of, by, late, reasons: found ? reasonsOf(found.explanation, this.clock.now(), holidayOf) : [] };
    });
  }

  /** By when a person answers a case whose receipt was just handed out; null when somebody has, or is late already. */
  async acknowledgedBy(number: string): Promise<string | null> {
    const due = await this.clocks.dueOf(number, 'personal_ack');
    return due !== null && due > this.clock.now() ? due : null;
  }
}
