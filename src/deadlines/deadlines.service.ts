import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { reach } from '../access/matrix';
import type { ClockCode } from '../agencies/codes';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Referrals } from '../cases/referrals';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import type { ClockSheet } from './clock-sheet';
import { ClockSheets } from './clock-sheets';
import type { PauseReason } from './deadline-pause.entity';
import type { Deadline } from './deadline.entity';
import { ClockCannotPause, ClockNotFound } from './errors';

/** Which run is meant: by its id, or by its clock when only one of them runs. */
export interface Which {
  readonly deadline?: string | undefined;
  readonly clock?: ClockCode | undefined;
}

/** The clocks of a case for whoever may see the case: read, paused, let go on. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly referrals: Referrals,
    private readonly sheets: ClockSheets,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Every run of every clock of a case the looker may see, oldest first; an agency sees those of its own referrals. */
  async see(looker: Looker, number: string): Promise<ClockSheet> {
    const file = await this.cases.find(looker, number);
    const sheet = await this.sheets.whole(file);
    const runs = await this.within(looker, file, sheet.rows.runs);
    return sheet.only(runs);
  }

  /** For rooms that show a case: its runs, oldest first. */
  async of(file: CaseFile): Promise<readonly Deadline[]> {
    return (await this.sheets.of(file)).rows.runs;
  }

  async pause(looker: Looker, number: string, input: Which & { reason: PauseReason; why?: string }): Promise<CaseFile> {
    return this.change(looker, number, async (sheet) => {
      const run = openRun(sheet.open, input);
      const reasonItem = await this.vault.sealIfAny(sheet.file, 'work', 'pause', input.why);
      const by = looker.officerId;
      const pause = sheet.pause(run, { from: this.clock.now(), reason: input.reason, reasonItem, by });
      if (!pause) throw new ClockCannotPause();
      await this.sheets.save(sheet);
      const data = { ...about(run), pause: pause.id, reason: pause.reason, maxUntil: pause.maxUntil };
      await this.cases.tell(sheet.file, { kind: 'paused', by: officer(looker), data, itemId: reasonItem });
    });
  }

  async resume(looker: Looker, number: string, pauseId: string): Promise<CaseFile> {
    return this.change(looker, number, async (sheet) => {
      const run = sheet.open.find((one) => sheet.openPauseOf(one)?.id === pauseId);
      if (!run) throw new ClockNotFound();
      sheet.resume(run, this.clock.now());
      await this.sheets.save(sheet);
      const data = { ...about(run), pause: pauseId };
      await this.cases.tell(sheet.file, { kind: 'resumed', by: officer(looker), data });
    });
  }

  /** Works on the clocks of a case under its lock, in one write. */
  async change(looker: Looker, number: string, act: (sheet: ClockSheet) => Promise<void>): Promise<CaseFile> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      await act(await this.sheets.of(file));
      return file;
    });
  }

  /** The runs within this looker's reach: an agency's contact has only those of its own referrals. */
  async within(looker: Looker, file: CaseFile, runs: readonly Deadline[]): Promise<readonly Deadline[]> {
    if (reach(looker, 'case.read').some((scope) => scope !== 'own')) return runs;
    const own = (await this.referrals.of(file.id)).filter(({ agencyCode }) => agencyCode === looker.agencyCode);
    return runs.filter(({ referralId }) => own.some(({ id }) => id === referralId));
  }
}

/** The open run that is meant. @throws ClockNotFound when there is none, or more than one of that clock. */
export function openRun(open: readonly Deadline[], { deadline, clock }: Which): Deadline {
  const meant = open.filter((run) => (deadline ? run.id === deadline : run.clock === clock));
  const [run] = meant;
  if (!run || meant.length > 1) throw new ClockNotFound();
  return run;
}

/** What a story line says about a run: codes and ids. */
export const about = ({ id, clock, clockNo, referralId }: Deadline) => ({
  deadline: id,
  clock,
  clockNo,
  referralId,
});
