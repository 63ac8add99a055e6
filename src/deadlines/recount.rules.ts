import { WorkCalendar } from './calendar.rules';
import type { Instant } from './calendar.rules';
import { dueOf } from './due.rules';
import type { DueQuestion, DueRule } from './due.rules';
import { lineOf, linesOf } from './explanation.rules';
import type { ExplanationLine } from './explanation.rules';

/** Finds the due date again in nothing but its explanation, whatever profile and calendar say today. */
export function recount(lines: readonly ExplanationLine[]): Instant {
  const { dueAt } = dueOf({
    rule: ruleIn(lines),
    start: lineOf(lines, 'start').at,
    calendar: calendarIn(lines),
    pauses: linesOf(lines, 'paused').map(({ from, until }) => ({ from, until, maxUntil: null })),
    extensions: linesOf(lines, 'extended'),
  });
  const limit = linesOf(lines, 'latest')[0];
  return limit && limit.at < dueAt ? limit.at : dueAt;
}

/** What was asked when a clock started. Counted anew from this, a rule changed for the future never moves the past. */
export function questionIn(lines: readonly ExplanationLine[]): Pick<DueQuestion, 'rule' | 'start' | 'limitFrom'> {
  const limit = linesOf(lines, 'latest')[0];
  const latest = limit && { months: limit.months, from: 'acknowledgement' as const, orFromDay: 0 };
  return { rule: { ...ruleIn(lines), latest }, start: lineOf(lines, 'start').at, limitFrom: limit };
}

function ruleIn(lines: readonly ExplanationLine[]): DueRule {
  const { clock, version, unit, amount, nearDue } = lineOf(lines, 'rule');
  return { code: clock, version, unit, amount, nearDue };
}

function calendarIn(lines: readonly ExplanationLine[]): WorkCalendar {
  const { version, officeHours, weekend } = lineOf(lines, 'calendar');
  const closedDays = linesOf(lines, 'holiday').map(({ day }) => ({ day, nameTh: '', nameEn: '' }));
  return new WorkCalendar({ version, officeHours, weekend, closedDays, years: [] });
}
