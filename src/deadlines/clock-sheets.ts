import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Referrals } from '../cases/referrals';
import { Database } from '../platform/database/database';
import { chunks } from '../platform/database/sql';
import { Calendars } from './calendars';
import { ClockRules } from './clock-rules';
import { ClockSheet } from './clock-sheet';
import type { SheetRows, SheetRules } from './clock-sheet';
import { DeadlineExtension } from './deadline-extension.entity';
import { DeadlinePause } from './deadline-pause.entity';
import { DeadlineRung } from './deadline-rung.entity';
import { Deadline } from './deadline.entity';

/** Reads the clocks of a case as one sheet, and writes back what was touched. */
@Injectable()
export class ClockSheets {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly referrals: Referrals,
    private readonly rules: ClockRules,
    private readonly calendars: Calendars,
  ) {}

  /** Oldest run first. Inside a write it sees the write's own rows; the case must then be locked. */
  async of(file: CaseFile): Promise<ClockSheet> {
    return this.sheet(file, await this.rowsOf([file]));
  }

  /** As `of` for each of these cases, with no more reads than for one. */
  async ofEach(files: readonly CaseFile[]): Promise<readonly ClockSheet[]> {
    const rows = await this.rowsOf(files);
    const rules = await this.rulesFor(rows.runs);
    return files.map((file) => new ClockSheet(file, within(file, rows), rules));
  }

  /** As `of`, with the pauses and extensions of the stopped runs too: to show, not to work on. */
  async whole(file: CaseFile): Promise<ClockSheet> {
    return this.sheet(file, await this.rowsOf([file], () => true));
  }

  /** Inside a write. The case keeps its next due date, a referral its own. */
  async save(sheet: ClockSheet): Promise<void> {
    await this.database.write(async (em) => {
      await this.rules.keep(sheet.rows.runs.filter((run) => sheet.added.has(run)));
      await write(em, Deadline, sheet, sheet.rows.runs);
      await write(em, DeadlinePause, sheet, sheet.rows.pauses);
      await write(em, DeadlineExtension, sheet, sheet.rows.extensions);
      await write(em, DeadlineRung, sheet, sheet.rows.rungs);
    });
    await this.noteDue(sheet);
  }

  private async noteDue({ file, rows, added, changed, nextDueAt, waitingReporter }: ClockSheet): Promise<void> {
    for (const run of rows.runs) {
      const moved = run.state !== 'stopped' && (added.has(run) || changed.has(run));
      if (moved && run.referralId) await this.referrals.noteDue(run.referralId, run.dueAt);
    }
    await this.cases.noteClocks(file, { nextDueAt, waitingReporter });
  }

  private async sheet(file: CaseFile, rows: SheetRows): Promise<ClockSheet> {
    return new ClockSheet(file, rows, await this.rulesFor(rows.runs));
  }

  /** Every run of the cases, and what belongs to those that count. */
  private async rowsOf(files: readonly CaseFile[], counts = isOpen): Promise<SheetRows> {
    const em = this.database.reader;
    const caseId = In(files.map(({ id }) => id));
    const runs = await em.find(Deadline, { where: { caseId }, order: { startsAt: 'ASC', id: 'ASC' } });
    const of = runs.filter(counts).map(({ id }) => id);
    if (of.length === 0) return { runs, pauses: [], extensions: [], rungs: [] };
    const deadlineId = In(of);
    const pauses = await em.find(DeadlinePause, { where: { deadlineId }, order: { from: 'ASC' } });
    const extensions = await em.find(DeadlineExtension, { where: { deadlineId }, order: { askedAt: 'ASC' } });
    const rungs = await em.find(DeadlineRung, { where: { deadlineId }, order: { rung: 'ASC' } });
    return { runs, pauses, extensions, rungs };
  }

  private async rulesFor(runs: readonly Deadline[]): Promise<SheetRules> {
    await this.rules.know(runs);
    const calendar = await this.calendars.look();
    return { calendar, today: (clock) => this.rules.today(clock), of: (run) => this.rules.of(run) };
  }
}

const isOpen = ({ state }: Deadline): boolean => state !== 'stopped';

/** What of these rows belongs to one case. */
function within(file: CaseFile, all: SheetRows): SheetRows {
  const runs = all.runs.filter(({ caseId }) => caseId === file.id);
  const ids = new Set(runs.map(({ id }) => id));
  const its = <T extends { readonly deadlineId: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ deadlineId }) => ids.has(deadlineId));
  return { runs, pauses: its(all.pauses), extensions: its(all.extensions), rungs: its(all.rungs) };
}

type Row = Deadline | DeadlinePause | DeadlineExtension | DeadlineRung;

async function write<T extends Row>(
  em: EntityManager,
  entity: new () => T,
  { added, changed }: ClockSheet,
  rows: readonly T[],
): Promise<void> {
  const fresh = rows.filter((row) => added.has(row));
  for (const piece of chunks(fresh, 40)) await em.insert<Row>(entity, piece);
  for (const { id, ...columns } of rows.filter((row) => changed.has(row)))
    await em.update<Row>(entity, { id }, columns);
}
