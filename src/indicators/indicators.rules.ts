import type { CorruptionCases } from '../statistics/case-counts';

export const VERDICTS = ['reached', 'not_reached', 'year_not_over', 'cannot_be_computed', 'no_target'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const WARNINGS = [
  /** Nothing can be divided by zero: counts only. */
  'base_zero',
  /** Under five, a percentage is noise. */
  'under_five',
  /** No base year, or none typed in. */
  'no_base',
  /** Nobody typed a base: the desk's own count of that year stands in. */
  'base_from_desk',
  /** The year runs: compared with the same months of the base year. */
  'same_months',
  /** The year runs and the desk has no records of the base year's months. */
  'same_months_unknown',
  'not_measured',
  /** Today's list of channels, whatever the year. */
  'as_of_today',
  /** A count is not wrongdoing: more may mean more trust (ISO 37002 9.1.2). */
  'more_may_mean_trust',
] as const;
export type Warning = (typeof WARNINGS)[number];

export interface Judgement {
  /** A count that is still within the target; null when there is none. */
  readonly allowed: number | null;
  /** (base − current) ÷ base as a fraction, four decimals: 0.15 is a fall of 15 %. */
  readonly change: number | null;
  /** base − current: positive is a fall. */
  readonly changeCount: number | null;
  readonly verdict: Verdict;
  readonly warnings: readonly Warning[];
}

/** DOMAIN §7: under this many a percentage is noise. */
const ENOUGH = 5;
/** Percentages of a target may have two decimals; hundredths of a percent are whole numbers. */
const WHOLE = 10_000;
const hundredths = (percent: number): number => Math.round(percent * 100);

/** floor(base × (1 − target)), in whole numbers: 40 less 20 % are 32, and never 31 by a rounding of the machine. */
export function allowedCount(base: number, reductionPercent: number): number {
  return Math.floor((base * (WHOLE - hundredths(reductionPercent))) / WHOLE);
}

export function changeOf(base: number, current: number): number | null {
  return base === 0 ? null : Math.round(((base - current) * WHOLE) / base) / WHOLE;
}

export interface Fall {
  /** Percent below the base; null: no target set. */
  readonly target: number | null;
  readonly base: number | null;
  readonly current: number;
  readonly running: boolean;
  /** What the base year had at the same day of the year; null when the desk does not know. */
  readonly sameMonthsBase: number | null;
}

/** A count that should fall against a base year (2.1, 2.2.1, 2.2.2, 2.2-c, 2.3). */
export function judgeFall({ target, base, current, running, sameMonthsBase }: Fall): Judgement {
  const compared = running ? sameMonthsBase : base;
  const allowed = target === null || base === null || base === 0 ? null : allowedCount(base, target);
  return {
    allowed,
    change: compared === null ? null : changeOf(compared, current),
    changeCount: compared === null ? null : compared - current,
    verdict: fallVerdict(target, allowed, current, running),
    warnings: [
      ...(base === null ? (['no_base'] as const) : []),
      ...(base === 0 || (compared === 0 && current > 0) ? (['base_zero'] as const) : []),
      ...(compared !== null && compared > 0 && compared < ENOUGH ? (['under_five'] as const) : []),
      ...(running && base !== null ? ([sameMonthsBase === null ? 'same_months_unknown' : 'same_months'] as const) : []),
      ...(compared !== null && current > compared ? (['more_may_mean_trust'] as const) : []),
    ],
  };
}

function fallVerdict(target: number | null, allowed: number | null, current: number, running: boolean): Verdict {
  if (target === null) return 'no_target';
  if (allowed === null) return 'cannot_be_computed';
  if (running) return 'year_not_over';
  return current <= allowed ? 'reached' : 'not_reached';
}

export interface Share {
  readonly target: { readonly kind: 'at_most' | 'at_least'; readonly value: number } | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly running: boolean;
}

/** A share that should stay within a bound (3.1, 3.2, 3-a). Nothing to divide by: not measured. */
export function judgeShare({ target, numerator, denominator, running }: Share): Judgement {
  const allowed = target === null || denominator === 0 ? null : boundOf(target, denominator);
  return {
    allowed,
    change: null,
    changeCount: null,
    verdict: shareVerdict(target, allowed, numerator, running),
    warnings: [
      ...(denominator === 0 ? (['not_measured'] as const) : []),
      ...(denominator > 0 && denominator < ENOUGH ? (['under_five'] as const) : []),
    ],
  };
}

function boundOf({ kind, value }: NonNullable<Share['target']>, denominator: number): number {
  const exact = (denominator * hundredths(value)) / WHOLE;
  return kind === 'at_most' ? Math.floor(exact) : Math.ceil(exact);
}

function shareVerdict(target: Share['target'], allowed: number | null, numerator: number, running: boolean): Verdict {
  if (target === null) return 'no_target';
  if (allowed === null) return 'cannot_be_computed';
  if (running) return 'year_not_over';
  return (target.kind === 'at_most' ? numerator <= allowed : numerator >= allowed) ? 'reached' : 'not_reached';
}

/** Percent with two decimals; null when there is nothing to divide by. */
export function percentOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((numerator * WHOLE) / denominator) / 100;
}

/**
 * Why a count is lower (positive) or higher (negative) than the base year's. The parts add up to base − current. What a
 * channel that was down would have brought nobody knows: it has no part.
 */
export interface WhyChanged {
  readonly filedLess: number;
  readonly enteredLate: number;
  readonly refusedMore: number;
  readonly mergedMore: number;
  readonly reclassifiedMore: number;
  readonly unsortedMore: number;
  /** The typed base is larger than what this desk recorded itself. */
  readonly baseNotRecorded: number;
}

/** `compared` is the base that stands in the table, `before` and `now` what the desk recorded of both years. */
export function whyChanged(compared: number, before: CorruptionCases, now: CorruptionCases): WhyChanged {
  return {
    filedLess: before.received - before.enteredLate - (now.received - now.enteredLate),
    enteredLate: before.enteredLate - now.enteredLate,
    refusedMore: now.refused - before.refused,
    mergedMore: now.merged - before.merged,
    reclassifiedMore: now.reclassified - before.reclassified,
    unsortedMore: now.unsorted - before.unsorted,
    baseNotRecorded: compared - before.counted,
  };
}
