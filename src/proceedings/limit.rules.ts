import type { LimitStage } from '../agencies/codes';
import type { Span } from '../agencies/profile.clocks';
import type { LegalLimitRule } from '../agencies/profile.limits';
import type { Day, Instant, WorkCalendar } from '../deadlines/calendar.rules';
import { dueOf } from '../deadlines/due.rules';
import type { DueRule } from '../deadlines/due.rules';
import type { ExplanationLine } from '../deadlines/explanation.rules';
import { addDays, bangkokDay } from '../platform/thai/dates';
import type { Body } from './bodies';

/** Calendar days before a legal limit from which the desk's list shows it. */
export const NEAR_DAYS = 30;

/** What one letter gives: a length of time, or the day itself. */
export type Term = Span | { readonly until: Day };

/** Beside the lines of a clock: the letter names the day, so nothing was counted up to it. */
export type LimitLine = ExplanationLine | { readonly code: 'stated'; readonly day: Day };

export interface LimitQuestion {
  readonly stage: LimitStage;
  /** Version of the profile's rule of that stage. */
  readonly version: number;
  readonly startsOn: Day;
  /** The limit itself, then the extensions that stand, in the order they were given. */
  readonly terms: readonly [Term, ...Term[]];
  readonly calendar: WorkCalendar;
}

export interface LimitDue {
  readonly dueAt: Instant;
  readonly dueOn: Day;
  readonly lines: readonly LimitLine[];
}

/**
 * The day by which the body must be done, and why: counted by the desk's own `dueOf`, so that both explain themselves
 * alike. Law counts both alike too: the first day is not counted, a last day without office moves to the next one with,
 * and an extension runs on from the last day before it (Civil and Commercial Code ss.193/3, 193/7, 193/8). A day that a
 * letter names is taken as it stands, and later extensions run on from it.
 */
export function limitDue({ stage, version, startsOn, terms, calendar }: LimitQuestion): LimitDue {
  const named = terms.findLastIndex(isNamed);
  const last = terms[named];
  const day = last && isNamed(last) ? last.until : null;
  const spans = terms.slice(named + 1).filter((term): term is Span => !isNamed(term));
  const rule = (span: Span): DueRule => ({ ...span, code: stage, version, nearDue: 0 });
  if (day === null) {
    const [first, ...extensions] = spans;
    if (!first) throw new Error('a legal limit has a length or a day');
    return found(dueOf({ rule: rule(first), start: calendar.openingOf(startsOn), calendar, extensions }));
  }
  const stated = { code: 'stated', day } as const;
  if (spans.length === 0) return { dueAt: calendar.closingOf(day), dueOn: day, lines: [stated] };
  const start = calendar.closingOf(day);
  const due = found(dueOf({ rule: rule({ unit: 'c', amount: 0 }), start, calendar, extensions: spans }));
  return { ...due, lines: [stated, ...due.lines.filter(({ code }) => !BEFORE_A_NAMED_DAY.includes(code))] };
}

const BEFORE_A_NAMED_DAY: readonly LimitLine['code'][] = ['start', 'rule', 'receipt_day'];

const isNamed = (term: Term): term is { readonly until: Day } => 'until' in term;

const found = ({ dueAt, lines }: Omit<LimitDue, 'dueOn'>): LimitDue => ({ dueAt, dueOn: bangkokDay(dueAt), lines });

/** The due day after the limit itself and after each extension, in order. */
export const dueDays = (question: LimitQuestion): readonly Day[] =>
  question.terms.map((_, at) => limitDue({ ...question, terms: upTo(question.terms, at) }).dueOn);

const upTo = ([first, ...rest]: LimitQuestion['terms'], at: number): LimitQuestion['terms'] => [
  first,
  ...rest.slice(0, at),
];

/** tooMany: more often than the law is believed to allow · tooLong: longer at once · afterDue: the limit had passed */
export type Warning = 'tooMany' | 'tooLong' | 'afterDue';

/**
 * What of the nth extension (from 1) does not fit the profile's rule. A body's letter is a fact: it is taken and counts,
 * and the desk is warned.
 */
export function warningsOf(
  question: LimitQuestion,
  nth: number,
  letterDate: Day,
  { extension }: Pick<LegalLimitRule, 'extension'>,
): readonly Warning[] {
  const [first, ...rest] = question.terms;
  const before: LimitQuestion['terms'] = [first, ...rest.slice(0, nth - 1)];
  const granted = rest[nth - 1];
  if (!granted) return [];
  const due = (terms: LimitQuestion['terms']): Day => limitDue({ ...question, terms }).dueOn;
  const { times, cap } = extension;
  return [
    ...(times !== null && nth > times ? (['tooMany'] as const) : []),
    ...(cap !== null && isLonger(granted, cap, (term) => due([...before, term])) ? (['tooLong'] as const) : []),
    ...(letterDate > due(before) ? (['afterDue'] as const) : []),
  ];
}

/** Two lengths of one unit are compared as lengths, everything else by the day it leads to. */
function isLonger(granted: Term, cap: Span, dueWith: (term: Term) => Day): boolean {
  if (!isNamed(granted) && granted.unit === cap.unit) return granted.amount > cap.amount;
  return dueWith(granted) > dueWith(cap);
}

/** running · ended: the body decided, gave it away or stopped · taken_back: entered by mistake, counts nowhere */
export type LimitState = 'running' | 'ended' | 'taken_back';

export type LimitStanding = 'running' | 'near' | 'overdue' | 'ended' | 'taken_back';

export function standingOf(
  { state, dueOn }: { readonly state: LimitState; readonly dueOn: Day },
  today: Day,
): LimitStanding {
  if (state !== 'running') return state;
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, NEAR_DAYS) ? 'near' : 'running';
}

/** The stage a body's first letter is usually about (DOMAIN §4); whoever types it says otherwise. */
export function usualStage(body: Body): LimitStage {
  if (body === 'NACC') return 'preliminary';
  if (body === 'PACC') return 'inquiry';
  return body === 'discipline' ? 'discipline' : 'other';
}
