import type { Status } from '../cases/moves.rules';
import { isClosed, mayMove } from '../cases/moves.rules';
import type { LineData, LineKind } from '../cases/story-line';

/** Days without a profile's own (DOMAIN §5). */
export const SAFETY_DAYS: readonly number[] = [30, 90, 180];
/** A rating may be thought over for so long. */
export const RATING_DAYS = 30;

const DAY_MS = 86_400_000;

export interface AfterLine {
  readonly kind: LineKind;
  readonly at: string;
  readonly data: LineData;
  readonly toStatus: Status | null;
}

/** Asked once for each of the set days; a later one takes the place of an earlier one nobody answered. */
export interface CheckIn {
  /** Days after closing. */
  readonly day: number;
  readonly dueAt: string;
  readonly state: 'later' | 'due' | 'missed' | 'answered';
  readonly safe: boolean | null;
  readonly answeredAt: string | null;
}

/** The last time this case was closed; null while it is open. */
export function closedAt(status: Status, story: readonly AfterLine[]): string | null {
  if (!isClosed(status)) return null;
  return story.findLast(({ toStatus }) => toStatus !== null && isClosed(toStatus))?.at ?? null;
}

/** Lines told since an instant, that one included. */
export const since = <Line extends AfterLine>(at: string, story: readonly Line[]): readonly Line[] =>
  story.filter((line) => line.at >= at);

/** Whether she is asked, at these days after closing: reprisal was feared or told of, or somebody is accused (DOMAIN §5). */
export function checkInsOf(
  closed: string | null,
  days: readonly number[],
  story: readonly AfterLine[],
  now: string,
): readonly CheckIn[] {
  if (closed === null) return [];
  const answers = since(closed, story).filter(({ kind }) => kind === 'safetyAnswered');
  const all = [...days].sort((a, b) => a - b).map((day) => ({ day, dueAt: daysAfter(closed, day) }));
  const latest = all.findLast(({ dueAt }) => dueAt <= now)?.day;
  return all.map(({ day, dueAt }): CheckIn => {
    const answer = answers.findLast(({ data }) => data.day === day);
    const state = answer ? 'answered' : dueAt > now ? 'later' : day === latest ? 'due' : 'missed';
    return { day, dueAt, state, safe: answer ? answer.data.safety === 'safe' : null, answeredAt: answer?.at ?? null };
  });
}

/** open: may be asked until then · asked: then · over: since then */
export interface Review {
  readonly state: 'open' | 'asked' | 'over';
  readonly at: string;
}

/** Whether a result may be questioned: once for each closing that can be reopened; null where there is nothing to question. */
export function reviewOf(
  status: Status,
  closed: string | null,
  days: number,
  story: readonly AfterLine[],
  now: string,
): Review | null {
  if (closed === null || !mayMove(status, 'reopen')) return null;
  const asked = since(closed, story).find(({ kind }) => kind === 'reviewAsked');
  if (asked) return { state: 'asked', at: asked.at };
  const until = daysAfter(closed, days);
  return { state: now < until ? 'open' : 'over', at: until };
}

/** Only what the desk brought to an end is rated: not what she took back, not what went on under another number. */
export const mayRate = (status: Status): boolean => status === 'recorded' || status === 'ended';

export const mayChangeRating = (ratedAt: string, now: string): boolean => now < daysAfter(ratedAt, RATING_DAYS);

/** As long as the desk could still take the case back for her. */
export const mayWishWithdrawal = (status: Status): boolean => mayMove(status, 'withdraw');

export const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();
