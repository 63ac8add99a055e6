import type { ClockRule } from '../agencies/profile.clocks';

/** What of a clock's rule counts: its names, basis and source may be mended without a new version. */
export type CountingRule = Pick<
  ClockRule,
  | 'code'
  | 'version'
  | 'start'
  | 'unit'
  | 'amount'
  | 'officialAccused'
  | 'nearDue'
  | 'ladder'
  | 'pause'
  | 'extension'
  | 'latest'
>;

export function countingPart(rule: CountingRule): CountingRule {
  const { code, version, start, unit, amount, nearDue, ladder, pause, extension, officialAccused, latest } = rule;
  return {
    ...{ code, version, start, unit, amount, nearDue, ladder, pause, extension },
    ...(officialAccused ? { officialAccused } : {}),
    ...(latest ? { latest } : {}),
  };
}

/** Whether two rules count alike, whatever the order in which their parts stand. */
export const countsAlike = (a: CountingRule, b: CountingRule): boolean =>
  JSON.stringify(inOrder(countingPart(a))) === JSON.stringify(inOrder(countingPart(b)));

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, part]) => [key, inOrder(part)]));
}
