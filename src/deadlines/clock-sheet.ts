import type { ClockCode } from '../agencies/codes';
import type { ClockRule } from '../agencies/profile.clocks';
import type { CaseFile } from '../cases/case-file.entity';
import { newId } from '../platform/ids';
import type { Counted } from './calendar-version.entity';
import type { Instant, WorkCalendar } from './calendar.rules';
import type { Effect, Run, StopReason } from './clock-events.rules';
import type { DeadlineExtension } from './deadline-extension.entity';
import type { DeadlinePause } from './deadline-pause.entity';
import type { DeadlineRung } from './deadline-rung.entity';
import type { Deadline } from './deadline.entity';
import { limitFrom } from './due.rules';
import { rungsDue, rungsOf } from './ladder.rules';
import type { RungAt } from './ladder.rules';
import { pauseEnd } from './pause.rules';
import type { CountingRule } from './rule-version.rules';
import { questionIn } from './recount.rules';
import { isOfficial, lookAgainAt, metInTime, recounted, runFrom } from './run.rules';
import type { Asked } from './run.rules';
import { ms } from './running.rules';

export interface SheetRows {
  readonly runs: Deadline[];
  readonly pauses: DeadlinePause[];
  readonly extensions: DeadlineExtension[];
  readonly rungs: DeadlineRung[];
}

export interface SheetRules {
  readonly calendar: WorkCalendar;
  /** For runs that begin now. */
  readonly today: (clock: ClockCode) => ClockRule;
  /** The rule a run began with. */
  readonly of: (run: Pick<Deadline, 'clock' | 'ruleVersion'>) => CountingRule;
}

type NewPause = Pick<DeadlinePause, 'from' | 'reason' | 'reasonItem' | 'by'>;

/** The clocks of one case in memory: begun, stopped, paused, counted anew. `ClockSheets` reads and writes it. */
export class ClockSheet {
  /** Rows that are not in the database yet, and rows that are there and changed. */
  readonly added = new Set<object>();
  readonly changed = new Set<object>();

  constructor(
    readonly file: CaseFile,
    readonly rows: SheetRows,
    private readonly rules: SheetRules,
  ) {}

  get open(): readonly Deadline[] {
    return this.rows.runs.filter(({ state }) => state !== 'stopped');
  }

  /** The same sheet with these runs alone. */
  only(runs: readonly Deadline[]): ClockSheet {
    return new ClockSheet(this.file, { ...this.rows, runs: [...runs] }, this.rules);
  }

  ruleOf(run: Pick<Deadline, 'clock' | 'ruleVersion'>): CountingRule {
    return this.rules.of(run);
  }

  ruleToday(clock: ClockCode): ClockRule {
    return this.rules.today(clock);
  }

  /** The earliest due date among the clocks that run; a paused one presses nobody. */
  get nextDueAt(): Instant | null {
    const due = this.rows.runs.filter(({ state }) => state === 'running').map(({ dueAt }) => dueAt);
    return due.sort()[0] ?? null;
  }

  /** A question to the reporter is open: some clock stands still for her. */
  get waitingReporter(): boolean {
    return this.rows.pauses.some(({ until, reason }) => until === null && reason === 'waiting_reporter');
  }

  apply(effect: Effect, at: Instant, lineId: string): void {
    if (effect.act === 'start') return this.begin(effect, at, lineId);
    const meant = ({ clock, referralId }: Run) => clock === effect.clock && referralId === effect.referralId;
    for (const run of this.open.filter(meant)) this.stop(run, at, effect.reason);
  }

  /** Null when the clock may not pause, does not run, or has used up its days. */
  pause(run: Deadline, pause: NewPause): DeadlinePause | null {
    const rule = this.ruleOf(run).pause;
    const maxUntil = pauseEnd(rule, this.pausesOf(run), pause.from);
    if (!rule.allowed || run.state !== 'running' || (maxUntil !== null && maxUntil <= pause.from)) return null;
    const row: DeadlinePause = { ...pause, id: newId(), deadlineId: run.id, until: null, maxUntil };
    this.rows.pauses.push(row);
    this.added.add(row);
    run.state = 'paused';
    this.count(run);
    return row;
  }

  /** Goes on at `at`, or at the pause's own end when that came first. */
  resume(run: Deadline, at: Instant): DeadlinePause | null {
    const pause = this.openPauseOf(run);
    if (!pause) return null;
    pause.until = pause.maxUntil !== null && pause.maxUntil < at ? pause.maxUntil : at;
    this.touch(pause);
    run.state = 'running';
    this.count(run);
    return pause;
  }

  /** The accused turned out to be an official, or not: the amount changes, every pause and extension stays. */
  reclassify(): void {
    const officialAccused = isOfficial(this.file.accusedKind);
    for (const run of this.open.filter((run) => run.officialAccused !== officialAccused)) {
      const rule = this.ruleOf(run);
      run.officialAccused = officialAccused;
      this.touch(run);
      if (rule.officialAccused) this.count(run, { ...questionIn(run.explanation), rule, officialAccused });
    }
  }

  /** Counts the due date anew: after a pause, an extension, a change of the calendar. */
  count(run: Deadline, asked?: Asked): void {
    const granted = this.extensionsOf(run).filter(({ state }) => state === 'granted');
    Object.assign(run, recounted(run, this.rules.calendar, this.pausesOf(run), granted, asked));
    this.schedule(run);
  }

  /** As it was before something that is undone: nothing is counted. */
  putBack(run: Deadline, before: Counted): void {
    Object.assign(run, before);
    this.touch(run);
  }

  /** Somebody was told: a rung is recorded. */
  isTold({ id }: Deadline): boolean {
    return this.rows.rungs.some(({ deadlineId }) => deadlineId === id);
  }

  addExtension(extension: DeadlineExtension): void {
    this.rows.extensions.push(extension);
    this.added.add(extension);
  }

  /** A request was decided or undone; what is granted moves the due date. */
  settle(run: Deadline, extension: DeadlineExtension, change: Partial<DeadlineExtension>): void {
    Object.assign(extension, change);
    this.touch(extension);
    this.count(run);
  }

  /** The rungs that have come by now, each recorded once; the one that speaks, if any. */
  climb(run: Deadline, now: Instant): RungAt | null {
    const ladder = rungsOf(this.ruleOf(run), run.dueAt, this.rules.calendar);
    const { speaks, passed } = rungsDue(ladder, this.recorded(run), now);
    for (const rung of speaks ? [...passed, speaks] : []) this.record(run, rung, now, rung !== speaks);
    this.schedule(run);
    return speaks;
  }

  pausesOf({ id }: Deadline): readonly DeadlinePause[] {
    return this.rows.pauses.filter(({ deadlineId }) => deadlineId === id);
  }

  openPauseOf(run: Deadline): DeadlinePause | null {
    return this.pausesOf(run).find(({ until }) => until === null) ?? null;
  }

  extensionsOf({ id }: Deadline): readonly DeadlineExtension[] {
    return this.rows.extensions.filter(({ deadlineId }) => deadlineId === id);
  }

  private begin({ clock, referralId }: Run, start: Instant, lineId: string): void {
    const { id: caseId, province, accusedKind, receivedAt } = this.file;
    const rule = this.ruleToday(clock);
    const clockNo = this.rows.runs.filter((other) => other.clock === clock).length + 1;
    const officialAccused = isOfficial(accusedKind);
    const run = runFrom(
      { id: newId(), province, caseId, clock, clockNo, referralId, lineId, officialAccused },
      {
        rule,
        start,
        officialAccused,
        calendar: this.rules.calendar,
        limitFrom: limitFrom(rule, this.acknowledgedAt, receivedAt),
      },
    );
    this.rows.runs.push(run);
    this.added.add(run);
  }

  private stop(run: Deadline, at: Instant, reason: StopReason): void {
    if (run.state === 'paused') this.resume(run, at);
    const inTime = metInTime(run, this.ruleOf(run), at);
    Object.assign(run, { state: 'stopped', stoppedAt: at, stopReason: reason, metInTime: inTime });
    this.schedule(run);
  }

  private schedule(run: Deadline): void {
    const pauseEnds = this.openPauseOf(run)?.maxUntil ?? null;
    const rule = this.ruleOf(run);
    run.nextRungAt = lookAgainAt(run, rule, this.rules.calendar, this.recorded(run), pauseEnds);
    this.touch(run);
  }

  private touch(row: object): void {
    if (!this.added.has(row)) this.changed.add(row);
  }

  private record(run: Deadline, { rung, at }: RungAt, now: Instant, passed: boolean): void {
    const lateness = Math.round((ms(now) - ms(at)) / 1000);
    const row: DeadlineRung = { id: newId(), deadlineId: run.id, rung, dueWas: at, firedAt: now, lateness, passed };
    this.rows.rungs.push(row);
    this.added.add(row);
  }

  private recorded(run: Deadline): readonly number[] {
    return this.rows.rungs.filter(({ deadlineId }) => deadlineId === run.id).map(({ rung }) => rung);
  }

  private get acknowledgedAt(): Instant | null {
    const first = this.rows.runs.find(({ clock, stopReason }) => clock === 'auto_ack' && stopReason === 'done');
    return first?.stoppedAt ?? null;
  }
}
