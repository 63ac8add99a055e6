import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { SYSTEM } from '../cases/story-line';
import type { NewLine } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { shortWrite } from '../platform/database/short-write';
import { sql } from '../platform/database/sql';
import type { MayGoOn } from '../platform/jobs/job-port';
import { JobPort } from '../platform/jobs/job-port';
import { LifeSign } from '../platform/jobs/life-sign';
import { errorLine, log } from '../platform/log';
import { CalendarChanges } from './calendar-changes';
import { Certificates } from './certificates';
import type { ClockSheet } from './clock-sheet';
import { ClockSheets } from './clock-sheets';
import type { Deadline } from './deadline.entity';
import { about } from './deadlines.service';
import { Pulse } from './pulse';

export const SWEEP_JOB = 'deadlines.sweep';

const BATCH = 200;
/** Cases that are read, and locked, together. */
export const AT_ONCE = 25;

interface DueRow {
  readonly id: string;
  readonly case_id: string;
  readonly next_rung_at: string;
}

/**
 * Takes what is due by now, oldest first, until nothing is left: rungs that have come, pauses that are over.
 * Rung and line in one transaction, under the case's lock, so that a second run, a second worker or a crash changes
 * nothing.
 */
@Injectable()
export class Sweep implements OnModuleInit {
  private wokenFor: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobPort,
    private readonly cases: Cases,
    private readonly sheets: ClockSheets,
    private readonly calendar: CalendarChanges,
    private readonly pulse: Pulse,
    private readonly certificates: Certificates,
    private readonly life: LifeSign,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(SWEEP_JOB, (mayGoOn) => this.run(mayGoOn));
  }

  /** A case that fails is logged and left for the next turn; the others go on. A round that ends is a sign of life. */
  async run(mayGoOn: MayGoOn = () => true): Promise<void> {
    await this.calendarTurn(mayGoOn);
    const now = this.clock.now();
    const seen = new Set<string>();
    for (let rows = await this.due(now, null); rows.length > 0; rows = await this.due(now, rows.at(-1) ?? null)) {
      const cases = new Set(rows.map(({ case_id: caseId }) => caseId).filter((caseId) => !seen.has(caseId)));
      await this.takeAll([...cases], mayGoOn);
      if (!mayGoOn()) return;
      for (const caseId of cases) seen.add(caseId);
    }
    await this.wakeForNext(now);
    await this.pulse.beat();
    await this.certificates.makeMissing();
  }

  /** Before anything fires: no rung speaks of a date that a holiday has moved. What fails there keeps nothing else from firing. */
  private async calendarTurn(mayGoOn: MayGoOn): Promise<void> {
    await this.calendar
      .turn(mayGoOn)
      .catch((error: unknown) => log.error(errorLine(error), 'the calendar could not be looked at'));
  }

  private due(now: string, after: DueRow | null): Promise<DueRow[]> {
    return sql<DueRow>(
      this.database.reader,
      `SELECT id, case_id, next_rung_at FROM deadline
       WHERE next_rung_at <= $1 AND (next_rung_at > $2 OR (next_rung_at = $2 AND id > $3))
       ORDER BY next_rung_at, id LIMIT ${BATCH}`,
      [now, after?.next_rung_at ?? '', after?.id ?? ''],
    );
  }

  /** Oldest first. Several cases share a commit, as many as a short write holds, so that nobody else waits long. */
  private async takeAll(caseIds: readonly string[], mayGoOn: MayGoOn): Promise<void> {
    let left = caseIds;
    while (left.length > 0 && mayGoOn()) left = left.slice(await this.take(left.slice(0, AT_ONCE)));
  }

  /** @returns how many of them, from the first on, are done with. Where one fails, each has a write of its own. */
  private async take(caseIds: readonly string[]): Promise<number> {
    try {
      const done = await this.database.write(() => this.lookAt(caseIds));
      this.life.goes();
      return done;
    } catch (error) {
      if (caseIds.length > 1) for (const caseId of caseIds) await this.take([caseId]);
      else log.error({ caseId: caseIds[0], ...errorLine(error) }, 'the clocks of a case could not be swept');
      return caseIds.length;
    }
  }

  /**
   * A case that another worker or an officer is at work on is passed over: whoever has it, or the next turn, does it.
   * The story is told last, because every writer of the house waits for its next number.
   */
  private async lookAt(caseIds: readonly string[]): Promise<number> {
    const files = await this.cases.lockFree(caseIds);
    const sheets = new Map((await this.sheets.ofEach(files)).map((sheet) => [sheet.file.id, sheet]));
    const mayGoOn = shortWrite();
    const told: { readonly file: CaseFile; readonly line: NewLine }[] = [];
    let done = 0;
    do {
      const sheet = sheets.get(caseIds[done] ?? '');
      if (sheet) for (const line of await this.climb(sheet)) told.push({ file: sheet.file, line });
      done += 1;
    } while (done < caseIds.length && mayGoOn());
    for (const { file, line } of told) await this.cases.tell(file, line);
    return done;
  }

  /** @returns what is to be told, in order */
  private async climb(sheet: ClockSheet): Promise<readonly NewLine[]> {
    const now = this.clock.now();
    const due = sheet.open.filter(({ nextRungAt }) => nextRungAt !== null && nextRungAt <= now);
    const lines = due.flatMap((run) => linesOf(sheet, run, now));
    await this.sheets.save(sheet);
    return lines;
  }

  /** Wakes the job for the next rung; between wake-ups the regular turn looks anyway. */
  private async wakeForNext(now: string): Promise<void> {
    const [row] = await sql<{ next: string | null }>(
      this.database.reader,
      'SELECT MIN(next_rung_at) AS next FROM deadline WHERE next_rung_at > $1',
      [now],
    );
    if (!row?.next || row.next === this.wokenFor) return;
    this.wokenFor = row.next;
    this.jobs.wake({ job: SWEEP_JOB, notBefore: row.next });
  }
}

/** A pause that is over ends; then the ladder is climbed. What is to be told, in order. */
function linesOf(sheet: ClockSheet, run: Deadline, now: string): readonly NewLine[] {
  const lines: NewLine[] = [];
  if (run.state === 'paused') {
    const pause = sheet.resume(run, now);
    lines.push({ kind: 'resumed', by: SYSTEM, data: { ...about(run), pause: pause?.id ?? null } });
  }
  const rung = sheet.climb(run, now);
  if (rung) {
    const { rung: no, who, notice } = rung;
    lines.push({ kind: 'rungFired', by: SYSTEM, data: { ...about(run), rung: no, who, notice, due: run.dueAt } });
  }
  return lines;
}
