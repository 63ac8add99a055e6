import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cases } from '../cases/cases';
import { SYSTEM } from '../cases/story-line';
import type { NewLine } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isPostgres, sql } from '../platform/database/sql';
import { JobPort } from '../platform/jobs/job-port';
import { errorLine, log } from '../platform/log';
import { Certificates } from './certificates';
import type { ClockSheet } from './clock-sheet';
import { ClockSheets } from './clock-sheets';
import type { Deadline } from './deadline.entity';
import { about } from './deadlines.service';
import { Pulse } from './pulse';

export const SWEEP_JOB = 'deadlines.sweep';

const BATCH = 200;

interface DueRow {
  readonly id: string;
  readonly case_id: string;
  readonly next_rung_at: string;
}

/**
 * Takes what is due by now, oldest first, until nothing is left: rungs that have come, pauses that are over.
 * One transaction a case, under the case's lock, so that a second run, a second worker or a crash changes nothing.
 */
@Injectable()
export class Sweep implements OnModuleInit {
  private wokenFor: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobPort,
    private readonly cases: Cases,
    private readonly sheets: ClockSheets,
    private readonly pulse: Pulse,
    private readonly certificates: Certificates,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(SWEEP_JOB, (mayGoOn) => this.run(mayGoOn));
  }

  /** A case that fails is logged and left for the next turn; the others go on. A round that ends is a sign of life. */
  async run(mayGoOn = () => true): Promise<void> {
    const now = this.clock.now();
    const seen = new Set<string>();
    for (let rows = await this.due(now, null); rows.length > 0; rows = await this.due(now, rows.at(-1) ?? null)) {
      for (const { case_id: caseId } of rows) {
        if (!mayGoOn()) return;
        if (!seen.has(caseId)) await this.tryCase(caseId);
        seen.add(caseId);
      }
    }
    await this.wakeForNext(now);
    await this.pulse.beat();
    await this.certificates.makeMissing();
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

  private async tryCase(caseId: string): Promise<void> {
    try {
      await this.database.write((em) => this.lookAt(em, caseId));
    } catch (error) {
      log.error({ caseId, ...errorLine(error) }, 'the clocks of a case could not be swept');
    }
  }

  private async lookAt(em: EntityManager, caseId: string): Promise<void> {
    if (isPostgres(em)) {
      const free = await sql(em, 'SELECT id FROM case_file WHERE id = $1 FOR UPDATE SKIP LOCKED', [caseId]);
      if (free.length === 0) return;
    }
    const file = await this.cases.lockById(caseId);
    const sheet = await this.sheets.of(file);
    const now = this.clock.now();
    const due = sheet.open.filter(({ nextRungAt }) => nextRungAt !== null && nextRungAt <= now);
    const lines = due.flatMap((run) => linesOf(sheet, run, now));
    await this.sheets.save(sheet);
    for (const line of lines) await this.cases.tell(file, line);
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
