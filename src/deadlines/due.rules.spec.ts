import { dueOf, limitFrom } from './due.rules';
import type { DueQuestion, Pause } from './due.rules';
import { linesOf } from './explanation.rules';
import { at, calendarWith, ruleWith } from './testing/calendars';

const plain = calendarWith();
const due = (question: Partial<DueQuestion> & Pick<DueQuestion, 'rule' | 'start'>) =>
  dueOf({ calendar: plain, ...question });
const pause = (from: string, until: string): Pause => ({ from: at(from), until: at(until), maxUntil: null });

const days = (amount: number) => ruleWith({ unit: 'w', amount });
const calendarDays = (amount: number) => ruleWith({ unit: 'c', amount });
const hours = (amount: number) => ruleWith({ unit: 'h', amount });
const officeHours = (amount: number) => ruleWith({ unit: 'wh', amount });

// Friday 20 November 2026.
describe('a due date', () => {
  it('Friday 16:00 + 1 working hour is Monday 09:00', () => {
    expect(due({ rule: officeHours(1), start: at('2026-11-20 16:00') }).dueAt).toBe(at('2026-11-23 09:00'));
  });

  it('lets lunch pass', () => {
    expect(due({ rule: officeHours(2), start: at('2026-11-20 11:00') }).dueAt).toBe(at('2026-11-20 14:00'));
  });

  it('counts wall-clock hours through nights, weekends and holidays', () => {
    const calendar = calendarWith(['2026-11-23']);
    expect(due({ rule: hours(72), start: at('2026-11-20 16:00'), calendar }).dueAt).toBe(at('2026-11-23 16:00'));
  });

  it('falls at 16:30 and does not count the day of receipt', () => {
    expect(due({ rule: days(1), start: at('2026-11-18 08:31') }).dueAt).toBe(at('2026-11-19 16:30'));
    expect(due({ rule: calendarDays(1), start: at('2026-11-18 23:59') }).dueAt).toBe(at('2026-11-19 16:30'));
  });

  it('moves from a holiday to the next working day', () => {
    const calendar = calendarWith(['2026-12-10', '2026-12-11']);
    const { dueAt, lines } = due({ rule: calendarDays(15), start: at('2026-11-25 10:00'), calendar });
    expect(dueAt).toBe(at('2026-12-14 16:30'));
    expect(linesOf(lines, 'moved')).toEqual([{ code: 'moved', from: '2026-12-10', to: '2026-12-14' }]);
    expect(linesOf(lines, 'holiday').map(({ day }) => day)).toEqual(['2026-12-10', '2026-12-11']);
  });

  it('names every holiday that was not counted', () => {
    const calendar = calendarWith(['2026-12-07', '2026-12-10']);
    const { dueAt, lines } = due({ rule: days(5), start: at('2026-12-04 10:00'), calendar });
    expect(dueAt).toBe(at('2026-12-15 16:30'));
    expect(linesOf(lines, 'holiday').map(({ day }) => day)).toEqual(['2026-12-07', '2026-12-10']);
    expect(linesOf(lines, 'weekend').map((line) => line.days)).toEqual([4]);
  });

  it('takes the amount for an accused official, when the rule has one', () => {
    const rule = ruleWith({ unit: 'w', amount: 1, officialAccused: { unit: 'c', amount: 7 } });
    expect(due({ rule, start: at('2026-11-20 10:00') }).dueAt).toBe(at('2026-11-23 16:30'));
    expect(due({ rule, start: at('2026-11-20 10:00'), officialAccused: true }).dueAt).toBe(at('2026-11-27 16:30'));
  });

  it('of a day clock counts the Bangkok day, whatever the day in UTC', () => {
    // 23:30 is 16:30 UTC of the same day; 00:30 is 17:30 UTC of the day before.
    expect(due({ rule: days(1), start: '2026-11-18T16:30:00.000Z' }).dueAt).toBe(at('2026-11-19 16:30'));
    expect(due({ rule: days(1), start: '2026-11-18T17:30:00.000Z' }).dueAt).toBe(at('2026-11-20 16:30'));
  });

  it('runs over the edge of the fiscal year, 30 September to 1 October, without noticing', () => {
    expect(due({ rule: days(1), start: at('2026-09-30 10:00') }).dueAt).toBe(at('2026-10-01 16:30'));
    expect(due({ rule: officeHours(1), start: at('2026-09-30 16:00') }).dueAt).toBe(at('2026-10-01 09:00'));
  });

  it('of years begun on 29 February ends on the 28th, moved when the office is closed', () => {
    const two = ruleWith({ unit: 'y', amount: 2 });
    expect(due({ rule: two, start: at('2028-02-29 10:00') }).dueAt).toBe(at('2030-02-28 16:30'));
    expect(due({ rule: calendarDays(1), start: at('2028-02-28 10:00') }).dueAt).toBe(at('2028-02-29 16:30'));
  });

  it('says which years have no holidays yet, and still keeps the weekends', () => {
    const calendar = calendarWith([], [2026]);
    const { dueAt, lines } = due({ rule: days(2), start: at('2026-12-31 10:00'), calendar });
    expect(dueAt).toBe(at('2027-01-04 16:30'));
    expect(linesOf(lines, 'uncovered')).toEqual([{ code: 'uncovered', year: 2027 }]);
  });

  it('is near at 08:30 some working days before, never before the start', () => {
    const rule = ruleWith({ unit: 'c', amount: 15, nearDue: 3 });
    expect(due({ rule, start: at('2026-11-17 10:00') })).toMatchObject({
      dueAt: at('2026-12-02 16:30'),
      nearAt: at('2026-11-27 08:30'),
    });
    expect(due({ rule: days(1), start: at('2026-11-18 10:00') }).nearAt).toBe(at('2026-11-18 10:00'));
  });

  it('at once is the start itself', () => {
    expect(due({ rule: hours(0), start: at('2026-11-21 22:00') })).toMatchObject({
      dueAt: at('2026-11-21 22:00'),
      nearAt: at('2026-11-21 22:00'),
    });
  });
});

describe('a pause', () => {
  it('over a weekend moves nothing that is counted in office time', () => {
    const weekend = [pause('2026-11-20 16:30', '2026-11-23 08:30')];
    expect(due({ rule: days(3), start: at('2026-11-18 10:00'), pauses: weekend }).dueAt).toBe(at('2026-11-23 16:30'));
    expect(due({ rule: officeHours(1), start: at('2026-11-20 16:00'), pauses: weekend }).dueAt).toBe(
      at('2026-11-23 09:00'),
    );
  });

  it('from Friday noon to Monday noon costs one working day, or three calendar days', () => {
    const pauses = [pause('2026-11-20 12:00', '2026-11-23 12:00')];
    const working = due({ rule: days(5), start: at('2026-11-18 10:00'), pauses });
    expect(working.dueAt).toBe(at('2026-11-26 16:30'));
    expect(linesOf(working.lines, 'paused')).toEqual([
      { code: 'paused', from: at('2026-11-20 12:00'), until: at('2026-11-23 12:00'), measure: 'working', minutes: 420 },
    ]);
    const calendar = due({ rule: calendarDays(7), start: at('2026-11-18 10:00'), pauses });
    expect(calendar.dueAt).toBe(at('2026-11-30 16:30'));
    expect(linesOf(calendar.lines, 'paused')[0]).toMatchObject({ measure: 'calendar', minutes: 4320 });
  });

  it('that is still open counts to its longest end, or to now when it has none', () => {
    const open = { from: at('2026-11-19 08:30'), until: null };
    const rule = days(5);
    const start = at('2026-11-18 10:00');
    expect(due({ rule, start, pauses: [{ ...open, maxUntil: at('2026-11-26 08:30') }] }).dueAt).toBe(
      at('2026-12-02 16:30'),
    );
    expect(due({ rule, start, pauses: [{ ...open, maxUntil: null }], now: at('2026-11-23 08:30') }).dueAt).toBe(
      at('2026-11-27 16:30'),
    );
  });

  it('never lets the due date fall inside it, even where the date was moved from a weekend', () => {
    const pauses = [pause('2026-11-22 10:00', '2026-11-25 10:00')];
    expect(due({ rule: calendarDays(3), start: at('2026-11-18 10:00'), pauses }).dueAt).toBe(at('2026-11-25 16:30'));
  });

  it('after the due date changes nothing and is not told', () => {
    const pauses = [pause('2026-11-24 10:00', '2026-11-25 10:00')];
    const { dueAt, lines } = due({ rule: days(3), start: at('2026-11-18 10:00'), pauses });
    expect(dueAt).toBe(at('2026-11-23 16:30'));
    expect(linesOf(lines, 'paused')).toEqual([]);
  });

  it('overlapping another is not counted twice', () => {
    const pauses = [pause('2026-11-19 08:30', '2026-11-20 08:30'), pause('2026-11-19 13:00', '2026-11-23 08:30')];
    expect(due({ rule: days(3), start: at('2026-11-18 10:00'), pauses }).dueAt).toBe(at('2026-11-25 16:30'));
  });
});

describe('an extension', () => {
  it('counts from the due date it moves, and may be moved itself', () => {
    const { dueAt, lines } = due({
      rule: calendarDays(15),
      start: at('2026-11-16 10:00'),
      extensions: [{ unit: 'c', amount: 12 }],
    });
    expect(dueAt).toBe(at('2026-12-14 16:30'));
    expect(linesOf(lines, 'extended')).toEqual([
      { code: 'extended', unit: 'c', amount: 12, from: at('2026-12-01 16:30'), to: at('2026-12-14 16:30') },
    ]);
  });

  it('undone gives back the very answer before it', () => {
    const question = {
      rule: days(1),
      start: at('2026-11-20 10:00'),
      pauses: [pause('2026-11-23 09:00', '2026-11-24 11:00')],
    };
    const before = due(question);
    const extended = due({ ...question, extensions: [{ unit: 'w', amount: 3 }] });
    expect(extended.dueAt > before.dueAt).toBe(true);
    expect(due({ ...question, extensions: [] })).toEqual(before);
  });
});

describe('an outer limit', () => {
  const rule = ruleWith({
    code: 'answer',
    unit: 'w',
    amount: 5,
    latest: { months: 3, from: 'acknowledgement', orFromDay: 7 },
  });
  const receivedAt = at('2026-08-20 10:00');

  it('is three months from the acknowledgement, when that comes first', () => {
    const from = limitFrom(rule, at('2026-08-21 10:00'), receivedAt);
    const { dueAt, lines } = due({ rule, start: at('2026-11-19 10:00'), limitFrom: from });
    expect(dueAt).toBe(at('2026-11-23 16:30'));
    expect(linesOf(lines, 'latest')).toEqual([
      {
        code: 'latest',
        from: 'acknowledgement',
        day: '2026-08-21',
        months: 3,
        at: at('2026-11-23 16:30'),
        binds: true,
      },
    ]);
  });

  it('is three months from the end of day 7 when nothing was acknowledged', () => {
    const { dueAt, lines } = due({
      rule,
      start: at('2026-11-19 10:00'),
      limitFrom: limitFrom(rule, null, receivedAt),
    });
    expect(dueAt).toBe(at('2026-11-26 16:30'));
    expect(linesOf(lines, 'latest')[0]).toMatchObject({ from: 'end_of_day', day: '2026-08-27', binds: false });
  });

  it('is not moved by a pause', () => {
    const from = limitFrom(rule, at('2026-08-24 10:00'), receivedAt);
    const pauses = [pause('2026-11-20 08:30', '2026-12-20 08:30')];
    expect(due({ rule, start: at('2026-11-19 10:00'), limitFrom: from, pauses }).dueAt).toBe(at('2026-11-24 16:30'));
  });
});
