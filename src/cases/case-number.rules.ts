import { randomInt } from 'node:crypto';
import { toArabic, toThai } from '../platform/thai/digits';

/** Province code and its Thai short form, as the profile names them: `NWT`, `นธ`. */
export interface NumberPrefix {
  readonly code: string;
  readonly short: string;
}

/** Seven random digits within the fiscal year of receipt: a gap or an order must tell nothing (DOMAIN §3). */
export const drawNumber = (prefix: NumberPrefix, fiscalYear: number): string =>
  `${prefix.code}-${fiscalYear}-${String(randomInt(10_000_000)).padStart(7, '0')}`;

/** `NWT-2569-4829137` → `นธ ๒๕๖๙/๔๘๒๙๑๓๗`, as pages and papers print it. */
export function spokenNumber(prefix: NumberPrefix, number: string): string {
  const [, year = '', digits = ''] = number.split('-');
  return `${prefix.short} ${toThai(year)}/${toThai(digits)}`;
}

/** Reads either form, with Thai digits and loose spacing; `null` when it is no case number of this province. */
export function readNumber(prefix: NumberPrefix, text: string): string | null {
  const compact = toArabic(text).trim().replace(/\s+/g, '');
  const match = /^(.+?)[-/]?(2[45]\d\d)[-/](\d{7})$/.exec(compact);
  if (!match) return null;
  const [, head = '', year, digits] = match;
  return head.toUpperCase() === prefix.code || head === prefix.short ? `${prefix.code}-${year}-${digits}` : null;
}
