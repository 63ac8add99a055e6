import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { ClockCode } from '../agencies/codes';
import type { CaseFile } from '../cases/case-file.entity';
import { Referrals } from '../cases/referrals';
import { isOpenReferral } from '../cases/referral.rules';
import { Story } from '../cases/story';
import type { Line } from '../cases/story-line';
import { bangkokDay } from '../platform/thai/dates';
import { Facts } from '../statistics/facts';
import { concernsClocks, effectsOf, happeningsIn } from './clock-events.rules';
import type { Happening } from './clock-events.rules';
import type { ClockSheet } from './clock-sheet';
import { ClockSheets } from './clock-sheets';

/** Imported history runs no clock of ours until an officer takes the case up, or it is reopened. */
const hasClocks = (file: CaseFile): boolean => !file.imported || file.takenUpAt !== null || file.reopenedCount > 0;

/**
 * Hears every line of the story inside its transaction and keeps the clocks: a case never exists without its clocks,
 * and a line that is heard twice starts nothing twice.
 */
@Injectable()
export class Ledger implements OnModuleInit {
  constructor(
    private readonly story: Story,
    private readonly sheets: ClockSheets,
    private readonly referrals: Referrals,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.story.listen((_em, file, line) => this.hear(file, line));
  }

  async hear(file: CaseFile, line: Line): Promise<void> {
    if (!hasClocks(file)) return;
    const happenings = happeningsIn(line, file.status);
    if (!concernsClocks(happenings)) return;
    const sheet = await this.sheets.of(file);
    if (sheet.rows.runs.some(({ lineId }) => lineId === line.id)) return;
    await this.turn(sheet, line, happenings);
    if (line.kind === 'sorted' || line.kind === 'classified') sheet.reclassify();
    if (sheet.added.size + sheet.changed.size === 0) return;
    await this.sheets.save(sheet);
    if (line.kind === 'answerTold') await this.countAnswer(sheet, line);
  }

  private async turn(sheet: ClockSheet, line: Line, happenings: readonly Happening[]): Promise<void> {
    const { file, open: running } = sheet;
    const referrals = await this.referralsOf(file, line);
    const startOf = (clock: ClockCode) => sheet.ruleToday(clock).start;
    const at = line.kind === 'received' ? file.receivedAt : line.at;
    for (const effect of effectsOf(happenings, { open: file.open, running, referrals, startOf })) {
      sheet.apply(effect, effect.act === 'start' ? at : line.at, line.id);
    }
    if (happenings.includes('reporterWrote')) for (const run of sheet.open) sheet.resume(run, line.at);
    if (happenings.includes('questionAsked')) this.wait(sheet, line);
  }

  /** While a question to the reporter is open, the clocks that wait for her stand still. */
  private wait(sheet: ClockSheet, line: Line): void {
    const waiting = sheet.open.filter((run) => sheet.ruleOf(run).pause.auto === 'waiting_reporter');
    for (const run of waiting) {
      sheet.pause(run, { from: line.at, reason: 'waiting_reporter', reasonItem: null, by: line.by.id });
    }
  }

  /** The referral a line is about, or all that are open when a case is taken up. The desk reminds itself of nothing. */
  private async referralsOf(file: CaseFile, line: Line): Promise<readonly string[]> {
    const { referralId } = line.data;
    if (typeof referralId !== 'string' && line.kind !== 'takenUp') return [];
    const all = (await this.referrals.of(file.id)).filter(({ recipientKind }) => recipientKind !== 'self');
    const meant = line.kind === 'takenUp' ? all.filter(isOpenReferral) : all.filter(({ id }) => id === referralId);
    return meant.map(({ id }) => id);
  }

  private async countAnswer({ file, rows }: ClockSheet, line: Line): Promise<void> {
    const run = rows.runs.findLast(({ clock, stoppedAt }) => clock === 'answer' && stoppedAt === line.at);
    if (run) await this.facts.reporterAnswered(file.id, { on: bangkokDay(line.at), inTime: run.metInTime === true });
  }
}
