import type { ClockCode, LimitStage, Unit } from '../agencies/codes';
import type { CalendarSource, Day, Instant } from './calendar.rules';

/**
 * Why a clock falls due when it does, line by line: codes, days, instants and numbers, never words.
 * The lines hold everything that counted, so that `recount` finds the same date in them years later.
 */
export type ExplanationLine =
  | { readonly code: 'start'; readonly at: Instant }
  | RuleLine
  | ({ readonly code: 'calendar' } & Pick<CalendarSource, 'version' | 'officeHours' | 'weekend'>)
  | { readonly code: 'receipt_day'; readonly day: Day }
  | { readonly code: 'weekend'; readonly from: Day; readonly to: Day; readonly days: number }
  | { readonly code: 'holiday'; readonly day: Day }
  | { readonly code: 'moved'; readonly from: Day; readonly to: Day }
  | PauseLine
  | {
      readonly code: 'extended';
      readonly unit: Unit;
      readonly amount: number;
      readonly from: Instant;
      readonly to: Instant;
    }
  | LatestLine
  | { readonly code: 'uncovered'; readonly year: number }
  | { readonly code: 'close'; readonly time: string }
  | { readonly code: 'due'; readonly at: Instant; readonly nearAt: Instant };

export interface RuleLine {
  readonly code: 'rule';
  readonly clock: ClockCode | LimitStage;
  readonly version: number;
  readonly unit: Unit;
  readonly amount: number;
  /** The amount for an accused state official was taken. */
  readonly official: boolean;
  /** Working days before the due date from which it is near. */
  readonly nearDue: number;
}

/** A pause that touched the count; `minutes` is its share in office time (w, wh) or in calendar time (h, c, m, y). */
export interface PauseLine {
  readonly code: 'paused';
  readonly from: Instant;
  readonly until: Instant;
  readonly measure: 'working' | 'calendar';
  readonly minutes: number;
}

/** An outer limit that no pause and no extension moves. */
export interface LatestLine {
  readonly code: 'latest';
  readonly from: 'acknowledgement' | 'end_of_day';
  /** The day of the acknowledgement, or the n-th day after receipt when there was none. */
  readonly day: Day;
  readonly months: number;
  readonly at: Instant;
  /** The limit comes first, so it is the due date. */
  readonly binds: boolean;
}

type Code = ExplanationLine['code'];
export type LineOf<C extends Code> = Extract<ExplanationLine, { readonly code: C }>;

export const linesOf = <C extends Code>(lines: readonly ExplanationLine[], code: C): readonly LineOf<C>[] =>
  lines.filter((line): line is LineOf<C> => line.code === code);

/** The one line of a code. @throws Error when an explanation lacks it. */
export function lineOf<C extends Code>(lines: readonly ExplanationLine[], code: C): LineOf<C> {
  const line = linesOf(lines, code)[0];
  if (!line) throw new Error(`the explanation has no line "${code}"`);
  return line;
}
