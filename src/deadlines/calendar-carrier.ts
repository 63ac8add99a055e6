import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Cases } from '../cases/cases';
import { SYSTEM } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { newId } from '../platform/ids';
import type { MayGoOn } from '../platform/jobs/job-port';
import { LifeSign } from '../platform/jobs/life-sign';
import { errorLine, log } from '../platform/log';
import { instantAt } from '../platform/thai/dates';
import { countedOf, isConcerned, isUntouched, stays } from './calendar-change.rules';
import { CalendarMove, CalendarVersion } from './calendar-version.entity';
import type { ClockSheet } from './clock-sheet';
import { ClockSheets } from './clock-sheets';
import type { Deadline } from './deadline.entity';
import { about } from './deadlines.service';

/** Longer than any write that may have begun with the calendar before. */
const SETTLED_AFTER_MS = 2 * 60_000;
const BATCH = 100;

/**
 * Counts open clocks anew once a calendar was approved or undone: case by case, each in a write of its own, and goes on
 * where it was interrupted. Twice over changes nothing.
 */
@Injectable()
export class CalendarCarrier {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly sheets: ClockSheets,
    private readonly province: Province,
    private readonly life: LifeSign,
    private readonly clock: Clock,
  ) {}

  /** Whatever is unfinished, the oldest decision first. */
  async carryOn(mayGoOn: MayGoOn): Promise<void> {
    const where = { province: this.province.code, state: In(['in_force', 'undone']), carriedAt: IsNull() };
    const unfinished = await this.database.reader.find(CalendarVersion, { where, order: { no: 'ASC' } });
    for (const version of unfinished) await this.carry(version, mayGoOn);
  }

  private async carry(version: CalendarVersion, mayGoOn: MayGoOn): Promise<void> {
    const { id, undoneAt, proposedAt, decidedAt } = version;
    let found = false;
    for (let after = ''; ;) {
      const cases = await this.casesOf(version, after);
      for (const caseId of cases) {
        if (!mayGoOn()) return;
        await this.tryCase(caseId, version);
      }
      found ||= cases.length > 0;
      after = cases.at(-1) ?? '';
      if (cases.length < BATCH) break;
    }
    const now = this.clock.now();
    const isSettled = Date.parse(now) - Date.parse(undoneAt ?? decidedAt ?? proposedAt) >= SETTLED_AFTER_MS;
    if (found || !isSettled) return;
    await this.database.write((em) => em.update(CalendarVersion, { id, carriedAt: IsNull() }, { carriedAt: now }));
  }

  private async tryCase(caseId: string, version: CalendarVersion): Promise<void> {
    try {
      const act = version.state === 'undone' ? this.putBack.bind(this) : this.countAnew.bind(this);
      await this.database.write(async () => {
        const sheet = await this.sheets.of(await this.cases.lockById(caseId));
        const was = new Map(sheet.open.map((run) => [run, run.dueAt]));
        await act(sheet, version);
        await this.sheets.save(sheet);
        for (const [run, due] of was) if (run.dueAt !== due) await this.tell(sheet, run, due, version);
      });
      this.life.goes();
    } catch (error) {
      log.error({ caseId, ...errorLine(error) }, 'the clocks of a case could not be counted anew');
    }
  }

  private async countAnew(sheet: ClockSheet, version: CalendarVersion): Promise<void> {
    const decidedAt = version.decidedAt ?? version.proposedAt;
    const moves: CalendarMove[] = [];
    for (const run of sheet.open.filter((one) => isConcerned(one, version, sheet.isTold(one), decidedAt))) {
      const before = countedOf(run);
      sheet.count(run);
      const { id: deadlineId, caseId, clock } = run;
      const move = { id: newId(), versionId: version.id, deadlineId, caseId, clock, undoneAt: null };
      moves.push({ ...move, before, after: countedOf(run) });
    }
    await this.database.write((em) => em.insert(CalendarMove, moves));
  }

  /** Byte for byte as it was before; what something else has moved since, and what began since, is counted anew. */
  private async putBack(sheet: ClockSheet, version: CalendarVersion): Promise<void> {
    const undoneAt = version.undoneAt ?? this.clock.now();
    const where = { versionId: version.id, caseId: sheet.file.id };
    const moves = await this.database.reader.findBy(CalendarMove, where);
    const counted = sheet.open.filter(({ calendarVersion }) => calendarVersion === version.version);
    for (const run of counted.filter((one) => !stays(one, sheet.isTold(one), undoneAt))) {
      const move = moves.find(({ deadlineId }) => deadlineId === run.id);
      if (move && isUntouched(run, move.after)) sheet.putBack(run, move.before);
      else sheet.count(run);
      if (move) await this.database.write((em) => em.update(CalendarMove, { id: move.id }, { undoneAt }));
    }
  }

  private tell(sheet: ClockSheet, run: Deadline, was: string, { no, state }: CalendarVersion): Promise<unknown> {
    const data = { ...about(run), was, due: run.dueAt, calendar: no, undone: state === 'undone' };
    return this.cases.tell(sheet.file, { kind: 'dueMoved', by: SYSTEM, data });
  }

  /** Ids after `after`, in order: those that `countAnew`, or `putBack`, would touch. */
  private async casesOf(version: CalendarVersion, after: string): Promise<readonly string[]> {
    const { state, fromDay, decidedAt, undoneAt, proposedAt } = version;
    const isUndone = state === 'undone';
    const touched = isUndone
      ? 'd.calendar_version = $4'
      : 'd.calendar_version <> $4 AND (d.due_at >= $5 OR d.next_rung_at >= $5)';
    const rows = await sql<{ case_id: string }>(
      this.database.reader,
      `SELECT DISTINCT d.case_id FROM deadline d
       WHERE d.province = $1 AND d.state <> 'stopped' AND d.case_id > $2 AND ${touched}
         AND NOT (d.due_at <= $3 AND EXISTS (SELECT 1 FROM deadline_rung r WHERE r.deadline_id = d.id))
       ORDER BY d.case_id LIMIT ${BATCH}`,
      [
        ...[this.province.code, after, undoneAt ?? decidedAt ?? proposedAt, version.version],
        ...(isUndone ? [] : [instantAt(fromDay, '00:00')]),
      ],
    );
    return rows.map(({ case_id }) => case_id);
  }
}
