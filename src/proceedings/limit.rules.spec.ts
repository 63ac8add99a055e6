import { at, calendarWith } from '../deadlines/testing/calendars';
import type { Term } from './limit.rules';
import { dueDays, limitDue, standingOf, usualStage, warningsOf } from './limit.rules';

const calendar = calendarWith(['2026-04-13', '2026-04-14', '2026-04-15']);
const days = (amount: number): Term => ({ unit: 'c', amount });
const question = (first: Term, ...more: Term[]) =>
  ({ stage: 'preliminary', version: 1, startsOn: '2025-10-01', terms: [first, ...more], calendar }) as const;

describe('the legal limit of a stage', () => {
  it('counts as the desk’s clocks do: the first day not, a last day without office moved', () => {
    // 1 Oct 2025 + 180 days = Mon 30 Mar 2026
    expect(limitDue(question(days(180)))).toMatchObject({ dueOn: '2026-03-30', dueAt: at('2026-03-30 16:30') });
    // + 194 days = Mon 13 Apr, Songkran: Thu 16 Apr
    const moved = limitDue(question(days(194)));
    expect(moved.dueOn).toBe('2026-04-16');
    expect(moved.lines).toContainEqual({ code: 'moved', from: '2026-04-13', to: '2026-04-16' });
  });

  it('counts years by the calendar', () => {
    expect(limitDue({ ...question({ unit: 'y', amount: 2 }), startsOn: '2025-03-14' }).dueOn).toBe('2027-03-15');
    expect(limitDue({ ...question({ unit: 'y', amount: 1 }), startsOn: '2024-02-29' }).dueOn).toBe('2025-02-28');
  });

  it('says which years it counted without holidays', () => {
    const far = limitDue({ ...question({ unit: 'y', amount: 2 }), startsOn: '2027-06-01' });
    expect(far.lines).toContainEqual({ code: 'uncovered', year: 2029 });
  });

  it('runs on from the last day before it when the body extends', () => {
    expect(dueDays(question(days(180), days(90), days(90)))).toEqual(['2026-03-30', '2026-06-29', '2026-09-28']);
  });

  it('takes a day that the letter names as it stands, also one without office', () => {
    const named = limitDue(question({ until: '2026-03-29' }));
    expect(named).toMatchObject({ dueOn: '2026-03-29', lines: [{ code: 'stated', day: '2026-03-29' }] });
  });

  it('runs on from a named day, and forgets what was counted before it', () => {
    const due = limitDue(question(days(180), { until: '2026-05-29' }, days(30)));
    expect(due.dueOn).toBe('2026-06-29');
    expect(due.lines[0]).toEqual({ code: 'stated', day: '2026-05-29' });
    expect(due.lines.map(({ code }) => code)).not.toContain('start');
    expect(due.lines).toContainEqual(expect.objectContaining({ code: 'extended', amount: 30 }));
  });

  it.each([
    ['running', '2026-02-27'],
    ['near', '2026-02-28'],
    ['near', '2026-03-30'],
    ['overdue', '2026-03-31'],
  ])('is %s on %s', (standing, today) => {
    expect(standingOf({ state: 'running', dueOn: '2026-03-30' }, today)).toBe(standing);
    expect(standingOf({ state: 'ended', dueOn: '2026-03-30' }, today)).toBe('ended');
    expect(standingOf({ state: 'taken_back', dueOn: '2026-03-30' }, today)).toBe('taken_back');
  });
});

describe('an extension that the rule does not know', () => {
  const rule = { extension: { times: 2, cap: { unit: 'c', amount: 90 } } } as const;
  const warned = (nth: number, terms: readonly [Term, ...Term[]], letterDate = '2026-03-01') =>
    warningsOf({ ...question(terms[0]), terms }, nth, letterDate, rule);

  it('is taken without a word within the cap, by length or by day', () => {
    expect(warned(1, [days(180), days(90)])).toEqual([]);
    expect(warned(1, [days(180), { until: '2026-06-29' }])).toEqual([]);
  });

  it('is warned of when it is longer, when it is one too many, and when its letter came after the limit', () => {
    expect(warned(1, [days(180), days(91)])).toEqual(['tooLong']);
    expect(warned(1, [days(180), { unit: 'y', amount: 1 }])).toEqual(['tooLong']);
    expect(warned(1, [days(180), { until: '2026-06-30' }])).toEqual(['tooLong']);
    expect(warned(3, [days(180), days(90), days(90), days(10)])).toEqual(['tooMany']);
    expect(warned(1, [days(180), days(90)], '2026-03-30')).toEqual([]);
    expect(warned(1, [days(180), days(90)], '2026-03-31')).toEqual(['afterDue']);
  });

  it('is never warned of where no bound is known', () => {
    const free = { extension: { times: null, cap: null } };
    const terms = [days(180), days(900), days(900)] as const;
    expect(warningsOf({ ...question(terms[0]), terms }, 2, '2026-03-01', free)).toEqual([]);
  });
});

it('offers the stage a body’s first letter is usually about', () => {
  expect((['NACC', 'PACC', 'discipline', 'court'] as const).map(usualStage)).toEqual([
    'preliminary',
    'inquiry',
    'discipline',
    'other',
  ]);
});
