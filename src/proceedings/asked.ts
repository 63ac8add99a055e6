import { toArabic } from '../platform/thai/digits';

/** The page of a list as an address asks for it, from 1; the first when it is no number. */
export function pageAsked(page: unknown): number {
  const asked = typeof page === 'string' ? Number(toArabic(page)) : NaN;
  return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
}
