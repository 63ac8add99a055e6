import fc from 'fast-check';
import type { CaseFile } from '../cases/case-file.entity';
import { addDays } from '../platform/thai/dates';
import { changed, countedOf, isUntouched } from './calendar-change.rules';
import { WorkCalendar } from './calendar.rules';
import { ClockSheet } from './clock-sheet';
import type { DeadlineExtension } from './deadline-extension.entity';
import type { Deadline } from './deadline.entity';
import { recount } from './recount.rules';
import { at, calendarWith, ruleWith } from './testing/calendars';

const RUNS = 10_000;
const START = at('2026-09-04 16:00');
const day = fc.nat(60).map((n) => addDays('2026-09-01', n));

/** What people do to one clock: more time is granted, days are announced or cancelled; everything is undone in the end. */
const acts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('extend' as const), amount: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      kind: fc.constant('announce' as const),
      closes: fc.uniqueArray(day, { maxLength: 3 }),
      opens: fc.uniqueArray(day, { maxLength: 2 }),
    }),
  ),
  { minLength: 1, maxLength: 5 },
);
const situations = fc.record({
  closed: fc.uniqueArray(day, { maxLength: 8 }),
  amount: fc.integer({ min: 0, max: 12 }),
  unit: fc.constantFrom('wh', 'w', 'c'),
  acts,
  /** In which order what was done is undone: a calendar only after those that were built upon it. */
  order: fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
});

type Undo = { readonly isCalendar: boolean; readonly run: () => void };

/** A clock with its sheet, in memory. */
class OneClock {
  private calendar: WorkCalendar;
  private readonly sheet: ClockSheet;
  readonly run: Deadline;

  constructor(closed: readonly string[], rule: ReturnType<typeof ruleWith>) {
    this.calendar = new WorkCalendar(changed(calendarWith(closed).source, { closes: [], opens: [] }));
    const calendarNow = () => this.calendar;
    const rules = {
      get calendar() {
        return calendarNow();
      },
      today: () => rule,
      of: () => rule,
    };
    const file = { id: 'c', province: 'NWT', accusedKind: null, receivedAt: START } as CaseFile;
    this.sheet = new ClockSheet(file, { runs: [], pauses: [], extensions: [], rungs: [] }, rules);
    this.sheet.apply({ act: 'start', clock: 'sort', referralId: null }, START, 'line');
    this.run = this.sheet.open[0] as Deadline;
  }

  extend(amount: number): Undo {
    const asked = {
      id: String(this.sheet.rows.extensions.length),
      deadlineId: this.run.id,
      unit: 'w',
      amount,
      state: 'asked',
    };
    const extension = asked as DeadlineExtension;
    this.sheet.addExtension(extension);
    this.sheet.settle(this.run, extension, { state: 'granted' });
    return { isCalendar: false, run: () => this.sheet.settle(this.run, extension, { state: 'undone' }) };
  }

  announce(closes: readonly string[], opens: readonly string[]): Undo {
    const before = { calendar: this.calendar, counted: countedOf(this.run) };
    const days = closes.map((one) => ({ day: one, nameTh: '', nameEn: '' }));
    this.calendar = new WorkCalendar(changed(this.calendar.source, { closes: days, opens }));
    this.sheet.count(this.run);
    const after = countedOf(this.run);
    return {
      isCalendar: true,
      run: () => {
        this.calendar = before.calendar;
        if (isUntouched(this.run, after)) this.sheet.putBack(this.run, before.counted);
        else this.sheet.count(this.run);
      },
    };
  }
}

describe(`${RUNS} random clocks that are extended and whose calendar changes`, () => {
  it('are what they were, byte for byte, when everything is undone in whatever order', () => {
    fc.assert(
      fc.property(situations, ({ closed, unit, amount, acts: done, order }) => {
        const clock = new OneClock(closed, ruleWith({ unit, amount, nearDue: 1 }));
        const before = JSON.stringify(clock.run);
        const undos = done.map((act) =>
          act.kind === 'extend' ? clock.extend(act.amount) : clock.announce(act.closes, act.opens),
        );
        expect(recount(clock.run.explanation)).toBe(clock.run.dueAt);
        for (const pick of order.slice(0, undos.length)) {
          const newestCalendar = undos.findLast(({ isCalendar }) => isCalendar);
          const mayGo = undos.filter((one) => !one.isCalendar || one === newestCalendar);
          const next = mayGo[pick % mayGo.length] as Undo;
          undos.splice(undos.indexOf(next), 1);
          next.run();
        }
        expect(undos).toHaveLength(0);
        expect(JSON.stringify(clock.run)).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });
});
