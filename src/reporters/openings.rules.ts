import type { LineData, LineKind } from '../cases/story-line';

/** How often who she is was looked at, when last, and why, by the reason of the list (KEYS K7). */
export interface Openings {
  readonly times: number;
  /** UTC instant. */
  readonly last: string;
  readonly reason: string;
}

interface Told {
  readonly kind: LineKind;
  readonly at: string;
  readonly data: LineData;
}

/** Null as long as nobody looked. */
export function openingsIn(story: readonly Told[]): Openings | null {
  const opened = story.filter(({ kind }) => kind === 'identityOpened');
  const last = opened.at(-1);
  return last ? { times: opened.length, last: last.at, reason: String(last.data.openingReason) } : null;
}
