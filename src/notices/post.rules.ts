import { isClosed } from '../cases/moves.rules';
import type { Status } from '../cases/moves.rules';
import type { WorkCalendar } from '../deadlines/calendar.rules';
import type { ThreadLine } from '../reporters/thread.rules';
import { sideOf } from '../reporters/thread.rules';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Minutes until the next attempt, after the first failure, the second …; then every hour. */
const BACK_OFF: readonly number[] = [1, 5, 15, 30];
const LONGEST_BACK_OFF = 60;

/** A night or a weekend alone gives nothing up: so many attempts are made in any case. */
export const FEWEST_ATTEMPTS = 6;

/** @param attempts made so far, the failed one included. */
export const backOffMs = (attempts: number): number => (BACK_OFF[attempts - 1] ?? LONGEST_BACK_OFF) * MINUTE;

export const giveUpAt = (firstFailure: string, hours: number): string =>
  new Date(Date.parse(firstFailure) + hours * HOUR).toISOString();

export const isGivenUp = (attempts: number, until: string, now: string): boolean =>
  attempts >= FEWEST_ATTEMPTS && now >= until;

/** Nothing is posted outside office hours except what the profile marks urgent (issue 4, item 5). */
export function postingTime(calendar: WorkCalendar, at: string, urgent: boolean): string {
  if (urgent) return at;
  for (const [opens] of calendar.officeTime(Date.parse(at))) return new Date(opens).toISOString();
  return at;
}

export const isOfficeTime = (calendar: WorkCalendar, now: string): boolean => postingTime(calendar, now, false) === now;

export interface ReportersLine extends Pick<ThreadLine, 'kind' | 'itemId' | 'byKind'> {
  readonly toStatus: Status | null;
}

/** What a reporter with an address is told of: a word, question or answer from the desk, and closing (KEYS K13). */
export const tellsReporter = (line: ReportersLine): boolean =>
  line.kind !== 'imported' && (sideOf(line) === 'desk' || (line.toStatus !== null && isClosed(line.toStatus)));

/** Kinds of notices to a reporter: they stand on no officer's page. */
export const REPORTER_NEWS = 'to_reporter_news';
const CHECK_IN = 'to_reporter_check_in_';
/** For LIKE. */
export const REPORTERS_KINDS = 'to_reporter%';

export const checkInKind = (day: number): string => `${CHECK_IN}${day}`;
export const isToReporter = (kind: string): boolean => kind === REPORTER_NEWS || kind.startsWith(CHECK_IN);

const ERROR_CODE = /^[A-Z0-9_]{1,20}$/;

/**
 * What is kept of a failure: the server's number or the library's code, never a sentence, for servers quote addresses.
 */
export function errorCodeOf(error: unknown): string {
  const { responseCode, code } = (error ?? {}) as { readonly responseCode?: unknown; readonly code?: unknown };
  return [responseCode, code].map(String).find((one) => ERROR_CODE.test(one)) ?? 'UNKNOWN';
}

/** Nobody answers, or does not let us in: every other mail would fail alike. A refused recipient is hers alone. */
const ABOUT_THE_SERVER: readonly string[] = [
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'EAUTH',
  'ETLS',
  'EPROTOCOL',
  'EABORT',
];

export function serverIsAway(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && ABOUT_THE_SERVER.includes(code);
}
