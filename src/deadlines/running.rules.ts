/** From (counted) until (no longer counted), milliseconds since 1970. */
export type Interval = readonly [from: number, until: number];

export const ms = (instant: string): number => Date.parse(instant);
export const iso = (at: number): string => new Date(at).toISOString();

/** All the time there is, from an instant on. */
export function* wallTime(from: number): Generator<Interval> {
  yield [from, Number.POSITIVE_INFINITY];
}

/** Intervals in order and without overlap; empty ones fall away. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  const inOrder = intervals.filter(([from, until]) => until > from).sort((a, b) => a[0] - b[0]);
  for (const [from, until] of inOrder) {
    const last = result.at(-1);
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], until)];
    else result.push([from, until]);
  }
  return result;
}

/** The earliest instant by which `amount` milliseconds of `time` have passed outside the pauses (which are `merged`). */
export function spent(time: Iterable<Interval>, pauses: readonly Interval[], amount: number, from: number): number {
  if (amount <= 0) return from;
  let left = amount;
  for (const piece of without(time, pauses)) {
    if (piece[1] - piece[0] >= left) return piece[0] + left;
    left -= piece[1] - piece[0];
  }
  throw new Error('this time ends before the amount is spent');
}

/** How much of `time` lies between two instants. */
export function amountOf(time: Iterable<Interval>, until: number): number {
  let sum = 0;
  for (const [from, to] of time) {
    if (from >= until) break;
    sum += Math.min(to, until) - from;
  }
  return sum;
}

function* without(time: Iterable<Interval>, pauses: readonly Interval[]): Generator<Interval> {
  for (const [begins, ends] of time) {
    let from = begins;
    for (const [pausedAt, resumedAt] of pauses) {
      if (resumedAt <= from) continue;
      if (pausedAt >= ends) break;
      if (pausedAt > from) yield [from, pausedAt];
      from = Math.max(from, resumedAt);
    }
    if (from < ends) yield [from, ends];
  }
}
