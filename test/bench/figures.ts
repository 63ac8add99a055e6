/** The middle of the sorted values; of an even number the mean of the middle two. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? NaN : (low + high) / 2;
}

/** The smallest value that `share` of all do not exceed (nearest rank). NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** The median of each figure over the rounds. */
export function medians<Key extends string>(rounds: readonly Readonly<Record<Key, number>>[]): Record<Key, number> {
  const keys = Object.keys(rounds[0] ?? {}) as Key[];
  return Object.fromEntries(keys.map((key) => [key, median(rounds.map((round) => round[key]))])) as Record<Key, number>;
}
