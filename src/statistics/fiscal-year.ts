import { WrongFields, say } from '../platform/errors';
import { fiscalYearBounds, fiscalYearOf } from '../platform/thai/dates';
import { toArabic } from '../platform/thai/digits';

/** No register is read with a day before this fiscal year. */
export const EARLIEST_YEAR = 2500;
const LATEST = 2699;

/**
 * Fiscal year (BE) as people write it, Thai digits too; left out: the running one.
 * @throws WrongFields naming `fiscalYear`.
 */
export function readFiscalYear(given: unknown, today: string): number {
  return given === undefined || given === '' ? fiscalYearOf(today) : readYear('fiscalYear', given);
}

/** @throws WrongFields naming `field`. */
export function readYear(field: string, given: unknown): number {
  const written = typeof given === 'string' || typeof given === 'number' ? toArabic(String(given)).trim() : '';
  const year = Number(written);
  if (/^\d{4}$/.test(written) && year >= EARLIEST_YEAR && year <= LATEST) return year;
  throw WrongFields.one(
    field,
    say(
      'กรุณากรอกปีงบประมาณเป็น พ.ศ. ระหว่าง ๒๕๐๐ ถึง ๒๖๙๙ เช่น 2568',
      'Give the fiscal year in the Buddhist era, 2500 to 2699, for example 2568.',
    ),
  );
}

/** Days `YYYY-MM-DD`, both within; a running year ends on the day of asking, a year to come is empty. */
export interface Period {
  readonly fiscalYear: number;
  readonly from: string;
  readonly to: string;
  /** The day of asking lies in the year, or before it. */
  readonly running: boolean;
}

export function periodOf(fiscalYear: number, asOf: string): Period {
  const { from, to } = fiscalYearBounds(fiscalYear);
  return { fiscalYear, from, to: asOf < to ? asOf : to, running: asOf <= to };
}

/** The months `YYYY-MM` of the period that have begun. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

/** The part of another year from its first day to the same day as `period` has reached; 29 February becomes the 28th. */
export function samePartOf(fiscalYear: number, period: Period): Period {
  const { from, to } = fiscalYearBounds(fiscalYear);
  if (!period.running) return { fiscalYear, from, to, running: false };
  const shift = fiscalYear - period.fiscalYear;
  const day = `${Number(period.to.slice(0, 4)) + shift}${period.to.slice(4)}`.replace(/-02-29$/, '-02-28');
  return { fiscalYear, from, to: day, running: true };
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
