import type { Unit } from '../agencies/codes';
import type { ClosedDay } from '../deadlines/calendar.rules';
import type { ExplanationLine } from '../deadlines/explanation.rules';
import { lineOf, linesOf } from '../deadlines/explanation.rules';

/** Why a day is the day it is, as somebody outside the office asks it: days and names of holidays, no office's business. */
export type Reason =
  | {
      readonly key: 'counted';
      readonly unit: Unit;
      readonly amount: number;
      readonly from: string;
      /** The day it began is not counted. */
      readonly firstIsFree: boolean;
    }
  | { readonly key: 'closed'; readonly weekendDays: number; readonly holidays: readonly ClosedDay[] }
  | { readonly key: 'moved'; readonly from: string }
  | { readonly key: 'waited'; readonly from: string; readonly until: string }
  | { readonly key: 'waiting'; readonly from: string; readonly until: string }
  | { readonly key: 'extended'; readonly to: string }
  | { readonly key: 'latest'; readonly months: number; readonly day: string }
  | { readonly key: 'unknown'; readonly year: number };

/**
 * The explanation of a due date as its reporter may read it. Left out: the rule's and the calendar's versions, office
 * hours, and that the amount was the one for an accused official.
 *
 * @param holidayOf the calendar's own names; null where it has none any more
 */
export function reasonsOf(
  lines: readonly ExplanationLine[],
  now: string,
  holidayOf: (day: string) => ClosedDay | null,
): readonly Reason[] {
  const { unit, amount } = lineOf(lines, 'rule');
  const firstIsFree = linesOf(lines, 'receipt_day').length > 0;
  return [
    { key: 'counted', unit, amount, from: lineOf(lines, 'start').at, firstIsFree },
    ...closedIn(lines, holidayOf),
    ...linesOf(lines, 'moved').map(({ from }) => ({ key: 'moved', from }) as const),
    ...linesOf(lines, 'paused').map(
      ({ from, until }) => ({ key: until > now ? 'waiting' : 'waited', from, until }) as const,
    ),
    ...linesOf(lines, 'extended')
      .slice(-1)
      .map(({ to }) => ({ key: 'extended', to }) as const),
    ...linesOf(lines, 'latest')
      .filter(({ binds }) => binds)
      .map(({ months, day }) => ({ key: 'latest', months, day }) as const),
    ...linesOf(lines, 'uncovered').map(({ year }) => ({ key: 'unknown', year }) as const),
  ];
}

function closedIn(lines: readonly ExplanationLine[], holidayOf: (day: string) => ClosedDay | null): readonly Reason[] {
  const weekendDays = linesOf(lines, 'weekend').reduce((sum, { days }) => sum + days, 0);
  const holidays = linesOf(lines, 'holiday').map(({ day }) => holidayOf(day) ?? { day, nameTh: '', nameEn: '' });
  return weekendDays + holidays.length > 0 ? [{ key: 'closed', weekendDays, holidays }] : [];
}
