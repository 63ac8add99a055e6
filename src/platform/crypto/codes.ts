import { randomInt } from 'node:crypto';
import { toArabic } from '../thai/digits';

/** Quasigroup of order 10 by Damm (2004): finds every single wrong digit and every neighbouring swap. */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

export const dammDigit = (digits: string): string => {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)]);
  return String(interim);
};

/** 20 digits drawn without bias (`randomInt` draws by rejection). */
export const newReceiptDigits = (): string => randomDigits(20);

/** 15 random digits and a Damm check digit, read aloud by fours (KEYS "Receipts and codes"). */
export function newClaimDigits(): string {
  const digits = randomDigits(15);
  return digits + dammDigit(digits);
}

export function randomDigits(count: number): string {
  let digits = '';
  while (digits.length < count) digits += String(randomInt(10));
  return digits;
}

/** By fours, as printed on the slip: `1234 5678 …`. */
export const byFours = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** Thai digits, spaces and dashes are accepted; `null` when it is not `length` digits. */
export function readDigits(text: string, length: number): string | null {
  const digits = toArabic(text).replace(/[\s\u00a0\u200b\u2010-\u2015-]/g, '');
  return digits.length === length && /^\d+$/.test(digits) ? digits : null;
}

export function readClaimDigits(text: string): string | null {
  const digits = readDigits(text, 16);
  return digits !== null && dammDigit(digits) === '0' ? digits : null;
}

const BETWEEN = '[\\s\\u00a0\\u200b\\u2010-\\u2015-]';
const RUN = new RegExp(`\\d+(?:${BETWEEN}+\\d+)*`, 'g');
const SECRET_LENGTHS: readonly number[] = [16, 20];

/**
 * Whether a text holds what may be a receipt or a claim code: whole groups of digits, Thai or Arabic, that make 16 or 20
 * with nothing but spaces, line ends and dashes between them. Two telephone numbers in a row look the same: a word
 * between them tells them apart.
 */
export function holdsSecretCode(text: string): boolean {
  const runs = toArabic(text).match(RUN) ?? [];
  return runs.some((run) => groupsMake((run.match(/\d+/g) ?? []).map(({ length }) => length)));
}

function groupsMake(lengths: readonly number[]): boolean {
  return lengths.some((_, from) => {
    let sum = 0;
    return lengths.slice(from, from + 20).some((length) => SECRET_LENGTHS.includes((sum += length)));
  });
}
