import type { ClockCode, LimitStage } from '../agencies/codes';
import type { ClockRule, Span } from '../agencies/profile.clocks';
import { addDays, bangkokDay } from '../platform/thai/dates';
import { addMonths } from './calendar.rules';
import type { Instant, WorkCalendar } from './calendar.rules';
import type { ExplanationLine, LatestLine, PauseLine, RuleLine } from './explanation.rules';
import { inOfficeTime, isHours, runLeg } from './leg.rules';
import { amountOf, iso, merged, ms, wallTime } from './running.rules';
import type { Interval } from './running.rules';

/** What of a profile's clock rule, or of another body's legal limit, decides the due date. */
export type DueRule = Pick<ClockRule, 'version' | 'unit' | 'amount' | 'officialAccused' | 'nearDue' | 'latest'> & {
  readonly code: ClockCode | LimitStage;
};

/** An open pause (`until` null) is counted to its longest end, or to `now` when it has none. */
export interface Pause {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly maxUntil: Instant | null;
}

export interface DueQuestion {
  readonly rule: DueRule;
  readonly start: Instant;
  readonly calendar: WorkCalendar;
  readonly pauses?: readonly Pause[];
  /** Granted ones, in the order they were granted. */
  readonly extensions?: readonly Span[];
  readonly officialAccused?: boolean;
  /** For a rule with an outer limit: the day the limit is counted from (`limitFrom`). */
  readonly limitFrom?: LimitFrom | undefined;
  readonly now?: Instant;
}

export type LimitFrom = Pick<LatestLine, 'from' | 'day'>;

export interface Due {
  readonly dueAt: Instant;
  readonly nearAt: Instant;
  readonly lines: readonly ExplanationLine[];
}

/**
 * When a clock falls due, and why. Source: DOMAIN §4 "Rules", PROCESS §3.
 *
 * Hours run from the start on. Days (w, c, m, y) run from the close of the day of receipt, which is not counted, and
 * fall due at the close of office: the first close of a working day by which the time has passed and no pause is open.
 * A pause stops office time for w and wh, calendar time for the others.
 */
export function dueOf(question: DueQuestion): Due {
  const { rule, start, calendar, extensions = [], officialAccused = false } = question;
  const pauses = merged((question.pauses ?? []).map((pause) => intervalOf(pause, question.now)));
  const official = officialAccused ? rule.officialAccused : undefined;
  const span = official ?? rule;

  let leg = runLeg(calendar, pauses, span, start);
  const counted = [...leg.lines];
  for (const extension of extensions) {
    const from = leg.dueAt;
    leg = runLeg(calendar, pauses, extension, from);
    counted.push(
      { code: 'extended', unit: extension.unit, amount: extension.amount, from, to: leg.dueAt },
      ...leg.lines,
    );
  }
  const paused = pauseLines(calendar, pauses, span, start, leg.dueAt);
  const latest = latestLine(question, leg.dueAt);
  const dueAt = latest?.binds ? latest.at : leg.dueAt;
  const nearAt = nearOf(calendar, rule, start, dueAt);
  return {
    dueAt,
    nearAt,
    lines: [
      { code: 'start', at: start },
      ruleLine(rule, span, official !== undefined),
      {
        code: 'calendar',
        version: calendar.version,
        officeHours: calendar.source.officeHours,
        weekend: calendar.source.weekend,
      },
      ...(isHours(span) ? [] : [{ code: 'receipt_day', day: bangkokDay(start) } as const]),
      ...counted,
      ...paused,
      ...(latest ? [latest] : []),
      ...calendar.uncovered(bangkokDay(start), bangkokDay(dueAt)).map((year) => ({ code: 'uncovered', year }) as const),
      ...(isHours(span) && !latest?.binds ? [] : [{ code: 'close', time: calendar.closes } as const]),
      { code: 'due', at: dueAt, nearAt },
    ],
  };
}

function pauseLines(
  calendar: WorkCalendar,
  pauses: readonly Interval[],
  span: Span,
  start: Instant,
  dueAt: Instant,
): readonly PauseLine[] {
  const touching = pauses.filter(([from, until]) => from < ms(dueAt) && until > ms(start));
  return touching.map(([from, until]) => {
    const time = inOfficeTime(span) ? calendar.officeTime(from) : wallTime(from);
    const minutes = Math.round(amountOf(time, until) / 60_000);
    const measure = inOfficeTime(span) ? 'working' : 'calendar';
    return { code: 'paused', from: iso(from), until: iso(until), measure, minutes };
  });
}

/** The outer limit: the close of the day n months after the one it is counted from. */
function latestLine({ rule, calendar, limitFrom }: DueQuestion, dueAt: Instant): LatestLine | null {
  if (!rule.latest || !limitFrom) return null;
  const { from, day } = limitFrom;
  const at = calendar.closingOf(calendar.nextWorkingDay(addMonths(day, rule.latest.months)));
  return { code: 'latest', from, day, months: rule.latest.months, at, binds: at < dueAt };
}

/** The day of the acknowledgement; the end of the n-th day after receipt when nothing was acknowledged. */
export const limitFrom = (rule: DueRule, acknowledgedAt: Instant | null, receivedAt: Instant): LimitFrom =>
  acknowledgedAt
    ? { from: 'acknowledgement', day: bangkokDay(acknowledgedAt) }
    : { from: 'end_of_day', day: addDays(bangkokDay(receivedAt), rule.latest?.orFromDay ?? 0) };

/** 08:30 of the working day `nearDue` working days before; never before the start, never after the due date. */
function nearOf(calendar: WorkCalendar, rule: DueRule, start: Instant, dueAt: Instant): Instant {
  const opening = calendar.openingOf(calendar.addWorkingDays(bangkokDay(dueAt), -rule.nearDue));
  const near = opening > start ? opening : start;
  return near < dueAt ? near : dueAt;
}

const ruleLine = (rule: DueRule, span: Span, official: boolean): RuleLine => ({
  code: 'rule',
  clock: rule.code,
  version: rule.version,
  unit: span.unit,
  amount: span.amount,
  official,
  nearDue: rule.nearDue,
});

function intervalOf({ from, until, maxUntil }: Pause, now: Instant = from): Interval {
  const end = until ?? maxUntil ?? now;
  return [ms(from), ms(maxUntil !== null && maxUntil < end ? maxUntil : end)];
}
