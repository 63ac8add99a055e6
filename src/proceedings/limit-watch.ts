import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Cases } from '../cases/cases';
import { SYSTEM } from '../cases/story-line';
import { Calendars } from '../deadlines/calendars';
import type { RungAt } from '../deadlines/ladder.rules';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isPostgres, sql } from '../platform/database/sql';
import { JobPort } from '../platform/jobs/job-port';
import { errorLine, log } from '../platform/log';
import type { LimitSheet } from './limit-sheets';
import { LimitSheets } from './limit-sheets';

/** A rung that spoke for a limit whose proceeding has no case of the desk. */
export interface ToldOfNoCase {
  readonly province: string;
  readonly proceedingId: string;
  readonly notice: string;
  /** UTC instant. */
  readonly dueAt: string;
}

export type LimitListener = (em: EntityManager, told: ToldOfNoCase) => Promise<void>;

interface Row {
  readonly id: string;
  readonly proceeding_id: string;
  readonly case_id: string | null;
}

/**
 * Looks after the legal limits that run: takes the rungs that have come, oldest first, and counts anew what another
 * calendar counted. One write a limit, its case and proceeding locked, so that a second run or a crash changes nothing;
 * after an outage the highest rung alone speaks. It speaks in the story of the case, where the notices hear it, so the
 * wall is asked and office hours are kept; of a proceeding without a case the notices are told beside the story.
 */
@Injectable()
export class LimitWatch implements OnModuleInit {
  private readonly listeners: LimitListener[] = [];

  constructor(
    private readonly database: Database,
    private readonly jobs: JobPort,
    private readonly sheets: LimitSheets,
    private readonly calendars: Calendars,
    private readonly cases: Cases,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** At start only: hears of limits whose proceeding has no case, inside the write of the rung. */
  listen(listener: LimitListener): void {
    this.listeners.push(listener);
  }

  onModuleInit(): void {
    this.jobs.repeat('legal-limits', () => this.run());
  }

  /** A limit that fails is logged and left for the next turn; the others go on. */
  async run(): Promise<void> {
    for (const row of await this.due()) {
      try {
        await this.database.write((em) => this.lookAt(em, row));
      } catch (error) {
        log.error({ limitId: row.id, ...errorLine(error) }, 'a legal limit could not be looked at');
      }
    }
  }

  private async due(): Promise<Row[]> {
    const { version } = await this.calendars.look();
    return sql<Row>(
      this.database.reader,
      `SELECT l.id, l.proceeding_id, p.case_id FROM legal_limit l JOIN proceeding p ON p.id = l.proceeding_id
       WHERE l.province = $1 AND l.state = 'running' AND (l.next_rung_at <= $2 OR l.calendar_version <> $3)
       ORDER BY l.next_rung_at, l.id`,
      [this.province.code, this.clock.now(), version],
    );
  }

  private async lookAt(em: EntityManager, row: Row): Promise<void> {
    if (!(await this.isFree(em, row))) return;
    const sheet = await this.sheets.find(row.id);
    if (!sheet || sheet.limit.state !== 'running') return;
    await this.sheets.count(sheet);
    const rung = await this.sheets.climb(em, sheet, this.clock.now());
    await this.sheets.save(em, sheet);
    if (rung && row.case_id !== null) await this.speak(row.case_id, sheet, rung);
    if (rung && row.case_id === null) await this.speakBeside(em, sheet, rung);
  }

  /** What somebody else holds is left for the next turn. */
  private async isFree(em: EntityManager, { case_id: caseId, proceeding_id: proceedingId }: Row): Promise<boolean> {
    if (!isPostgres(em)) return true;
    const lock = async (table: string, id: string): Promise<boolean> =>
      (await sql(em, `SELECT id FROM ${table} WHERE id = $1 FOR UPDATE SKIP LOCKED`, [id])).length > 0;
    return (caseId === null || (await lock('case_file', caseId))) && lock('proceeding', proceedingId);
  }

  private async speakBeside(em: EntityManager, { limit }: LimitSheet, { notice }: RungAt): Promise<void> {
    const { province, proceedingId, dueAt } = limit;
    for (const listener of this.listeners) await listener(em, { province, proceedingId, notice, dueAt });
  }

  private async speak(caseId: string, { limit }: LimitSheet, { rung, who, notice }: RungAt): Promise<void> {
    const file = await this.cases.lockById(caseId);
    const { proceedingId, no, dueAt } = limit;
    const data = { proceedingId, limit: no, rung, who, notice, due: dueAt };
    await this.cases.tell(file, { kind: 'legalRungFired', by: SYSTEM, data });
  }
}
