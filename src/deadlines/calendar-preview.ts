import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import type { ClockCode } from '../agencies/codes';
import type { CaseFile } from '../cases/case-file.entity';
import { withinReach } from '../cases/reach';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { chunks } from '../platform/database/sql';
import { instantAt } from '../platform/thai/dates';
import { isConcerned, stays, toldOfMove } from './calendar-change.rules';
import type { ToldOfMove } from './calendar-change.rules';
import { CalendarMove, CalendarVersion } from './calendar-version.entity';
import type { Instant } from './calendar.rules';
import { WorkCalendar } from './calendar.rules';
import { DeadlineExtension } from './deadline-extension.entity';
import { DeadlinePause } from './deadline-pause.entity';
import { DeadlineRung } from './deadline-rung.entity';
import { Deadline } from './deadline.entity';
import { recounted } from './run.rules';

/** One clock whose date a change moves, or has moved. */
export interface MovedClock {
  readonly number: string;
  readonly clock: ClockCode;
  readonly clockNo: number;
  readonly was: Instant;
  readonly will: Instant;
  readonly told: readonly ToldOfMove[];
  /** The assignee's name; null: nobody yet, so the desk head is told. */
  readonly assignee: string | null;
  /** Of a referral's clock. */
  readonly agencyCode: string | null;
}

export interface Preview {
  /** The earliest old date first. */
  readonly moved: readonly MovedClock[];
  /** Open clocks that were looked at and keep their date. */
  readonly unmoved: number;
  /** Breached and told before: they stay. */
  readonly staying: number;
}

interface Open {
  readonly run: Deadline;
  readonly number: string;
  readonly assignee: string | null;
  readonly agencyCode: string | null;
}

/**
 * Every open clock with its old and new date, before anybody approves; afterwards, those that were moved. Only of cases
 * this looker sees: a case that the wall hides from her is moved without a word to her.
 */
@Injectable()
export class CalendarPreview {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  of(looker: Looker, version: CalendarVersion): Promise<Preview> {
    return version.state === 'proposed' ? this.ahead(looker, version) : this.behind(looker, version);
  }

  private async ahead(looker: Looker, version: CalendarVersion): Promise<Preview> {
    const now = this.clock.now();
    const calendar = new WorkCalendar(version.source);
    const open = await this.open(looker, `d.state <> 'stopped' AND (d.dueAt >= :from OR d.nextRungAt >= :from)`, {
      from: instantAt(version.fromDay, '00:00'),
    });
    const ids = open.map(({ run }) => run.id);
    const told = new Set((await this.rowsOf(DeadlineRung, ids)).map(({ deadlineId }) => deadlineId));
    const pauses = grouped(await this.rowsOf(DeadlinePause, ids));
    const extensions = grouped(
      (await this.rowsOf(DeadlineExtension, ids)).sort((a, b) => a.askedAt.localeCompare(b.askedAt)),
    );
    const concerned = open.filter(({ run }) => isConcerned(run, version, told.has(run.id), now));
    const counted = concerned.map((one) => {
      const granted = (extensions.get(one.run.id) ?? []).filter(({ state }) => state === 'granted');
      return { ...one, will: recounted(one.run, calendar, pauses.get(one.run.id) ?? [], granted).dueAt };
    });
    const moved = counted.filter(({ run, will }) => run.dueAt !== will);
    return {
      moved: await this.named(moved.map((one) => ({ ...one, was: one.run.dueAt }))),
      unmoved: counted.length - moved.length,
      staying: open.filter(({ run }) => stays(run, told.has(run.id), now)).length,
    };
  }

  private async behind(looker: Looker, { id }: CalendarVersion): Promise<Preview> {
    const moves = await this.database.reader.findBy(CalendarMove, { versionId: id });
    const of = new Map(moves.map((move) => [move.deadlineId, move]));
    const runs: Open[] = [];
    for (const some of chunks([...of.keys()])) runs.push(...(await this.open(looker, 'd.id IN (:...some)', { some })));
    const moved = runs.flatMap((one) => {
      const move = of.get(one.run.id);
      if (!move || move.before.dueAt === move.after.dueAt) return [];
      return [{ ...one, was: move.before.dueAt, will: move.after.dueAt }];
    });
    return { moved: await this.named(moved), unmoved: runs.length - moved.length, staying: 0 };
  }

  private async open(looker: Looker, where: string, values: Record<string, unknown>): Promise<readonly Open[]> {
    const query = this.database.reader
      .createQueryBuilder<CaseFile>('CaseFile', 'f')
      .select('d.id', 'id')
      .addSelect('f.number', 'number')
      .addSelect('f.assignee', 'assignee')
      .addSelect('r.agency_code', 'agency')
      .innerJoin(Deadline, 'd', 'd.caseId = f.id')
      .leftJoin('referral', 'r', 'r.id = d.referral_id')
      .where(where, values);
    const rows = await withinReach(query, looker, 'case.list').getRawMany<{
      readonly id: string;
      readonly number: string;
      readonly assignee: string | null;
      readonly agency: string | null;
    }>();
    const runs = new Map<string, Deadline>();
    for (const some of chunks(rows.map(({ id }) => id))) {
      for (const run of await this.database.reader.findBy(Deadline, { id: In(some) })) runs.set(run.id, run);
    }
    return rows.flatMap(({ id, number, assignee, agency }) => {
      const run = runs.get(id);
      return run ? [{ run, number, assignee, agencyCode: agency }] : [];
    });
  }

  private async rowsOf<T extends { readonly deadlineId: string }>(
    entity: new () => T,
    ids: readonly string[],
  ): Promise<T[]> {
    const rows: T[] = [];
    for (const some of chunks([...ids])) {
      const query = this.database.reader.createQueryBuilder(entity, 'x').where('x.deadlineId IN (:...some)', { some });
      rows.push(...(await query.getMany()));
    }
    return rows;
  }

  private async named(moved: readonly (Open & Pick<MovedClock, 'was' | 'will'>)[]): Promise<readonly MovedClock[]> {
    const names = await this.directory.names(moved.flatMap(({ assignee }) => assignee ?? []));
    return moved
      .map(({ run, number, assignee, agencyCode, was, will }) => ({
        number,
        clock: run.clock,
        clockNo: run.clockNo,
        was,
        will,
        told: toldOfMove(run),
        assignee: assignee === null ? null : (names.get(assignee) ?? null),
        agencyCode,
      }))
      .sort((a, b) => a.was.localeCompare(b.was) || a.number.localeCompare(b.number));
  }
}

function grouped<T extends { readonly deadlineId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.deadlineId, [...(groups.get(row.deadlineId) ?? []), row]);
  return groups;
}
