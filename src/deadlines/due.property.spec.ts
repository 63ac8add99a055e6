import fc from 'fast-check';
import type { Unit } from '../agencies/codes';
import { addDays } from '../platform/thai/dates';
import { WorkCalendar } from './calendar.rules';
import { dueOf } from './due.rules';
import type { DueQuestion } from './due.rules';
import { recount } from './recount.rules';
import { ruleWith } from './testing/calendars';
import { naiveDue } from './testing/naive';

const RUNS = 10_000;
const FIRST_DAY = '2026-09-01';
const FIRST_MINUTE = Date.parse(`${FIRST_DAY}T00:00:00.000Z`) / 60_000;
const DAYS = 90;

const instant = (bangkokMinute: number): string => new Date((bangkokMinute - 420) * 60_000).toISOString();
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const calendars = fc.record({
  officeHours: fc.constantFrom(
    [
      { from: '08:30', to: '12:00' },
      { from: '13:00', to: '16:30' },
    ],
    [{ from: '09:00', to: '15:00' }],
    [
      { from: '07:30', to: '11:30' },
      { from: '12:00', to: '14:00' },
      { from: '14:15', to: '18:00' },
    ],
  ),
  weekend: fc.constantFrom([0, 6], [5], [4, 5, 6]),
  closed: fc.uniqueArray(fc.integer({ min: 0, max: DAYS }), { maxLength: 20 }),
});

const LONGEST: Readonly<Record<Unit, number>> = { h: 60, wh: 30, w: 8, c: 15, m: 1, y: 0 };
const units = fc.constantFrom<Unit>('h', 'wh', 'w', 'w', 'c', 'c', 'm');
const spansFrom = (min: number) =>
  units.chain((unit) => fc.record({ unit: fc.constant(unit), amount: fc.integer({ min, max: LONGEST[unit] }) }));

const situations = fc.record({
  calendar: calendars,
  start: fc.integer({ min: FIRST_MINUTE, max: FIRST_MINUTE + 40 * 1440 }),
  span: spansFrom(0),
  extensions: fc.array(spansFrom(1), { maxLength: 2 }),
  /** Offset from the start and length, in minutes. */
  pauses: fc.array(fc.tuple(fc.nat(20 * 1440), fc.integer({ min: 0, max: 6 * 1440 })), { maxLength: 3 }),
});
type Situation = typeof situations extends fc.Arbitrary<infer S> ? S : never;

const calendarOf = ({ calendar }: Situation): WorkCalendar =>
  new WorkCalendar({
    version: 'random',
    officeHours: calendar.officeHours,
    weekend: calendar.weekend,
    closedDays: calendar.closed.map((day) => ({ day: addDays(FIRST_DAY, day), nameTh: '', nameEn: '' })),
    years: [2026],
  });

const pausesOf = (s: Situation): [number, number][] =>
  s.pauses.map(([offset, length]) => [s.start + offset, s.start + offset + length]);

const questionOf = (s: Situation): DueQuestion => ({
  rule: ruleWith(s.span),
  start: instant(s.start),
  calendar: calendarOf(s),
  pauses: pausesOf(s).map(([from, until]) => ({ from: instant(from), until: instant(until), maxUntil: null })),
  extensions: s.extensions,
});

const naively = (s: Situation): string =>
  instant(
    naiveDue({
      start: s.start,
      spans: [s.span, ...s.extensions],
      pauses: pausesOf(s),
      closed: new Set(s.calendar.closed.map((day) => FIRST_MINUTE / 1440 + day)),
      weekend: new Set(s.calendar.weekend),
      office: s.calendar.officeHours.map(({ from, to }) => [minuteOf(from), minuteOf(to)] as const),
    }),
  );

describe(`${RUNS} random calendars, starts, pauses and extensions`, () => {
  const always = (holds: (s: Situation) => void) => fc.assert(fc.property(situations, holds), { numRuns: RUNS });

  it('give the due date that a minute-by-minute walk gives', () => {
    always((s) => expect(dueOf(questionOf(s)).dueAt).toBe(naively(s)));
  });

  it('give an explanation in which the due date can be found again', () => {
    always((s) => {
      const { dueAt, lines } = dueOf(questionOf(s));
      expect(recount(JSON.parse(JSON.stringify(lines)))).toBe(dueAt);
    });
  });

  it('never fall due earlier because of a pause or an extension', () => {
    always((s) => {
      const { dueAt } = dueOf(questionOf(s));
      expect(dueOf({ ...questionOf(s), pauses: [] }).dueAt <= dueAt).toBe(true);
      expect(dueOf({ ...questionOf(s), extensions: [] }).dueAt <= dueAt).toBe(true);
    });
  });
});
