import { WrongFields, say } from '../platform/errors';
import { parseDay } from '../platform/thai/dates';
import { toArabic } from '../platform/thai/digits';

/** Where a typed figure comes from. A letter's number and date say which paper; words of its own it has none. */
export const FIGURE_SOURCES = ['desk', 'province', 'agency', 'ministry', 'nacc', 'pacc', 'other'] as const;
export type FigureSource = (typeof FIGURE_SOURCES)[number];

/** As it comes from a form or a program: nothing is trusted yet. */
export interface TypedFigureForm {
  readonly value?: unknown;
  readonly source?: unknown;
  readonly letterNo?: unknown;
  readonly letterDate?: unknown;
}

export interface TypedFigureInput {
  /** A count, or percent with at most two decimals. */
  readonly value: number;
  readonly source: FigureSource;
  readonly letterNo: string | null;
  /** Local day `YYYY-MM-DD`. */
  readonly letterOn: string | null;
}

const MOST = 1_000_000;
/** A letter's reference: letters, digits and the signs between them; at least one digit. */
const LETTER_NO = /^(?=.*\p{Nd})[\p{L}\p{M}\p{Nd} ./()-]{1,40}$/u;

/** @throws WrongFields naming every field that cannot be taken. */
export function readTypedFigure(form: TypedFigureForm, unit: 'count' | 'percent', today: string): TypedFigureInput {
  const value = valueOf(form.value, unit);
  const source = form.source === undefined || form.source === '' ? 'desk' : sourceOf(form.source);
  const letterNo = textOf(form.letterNo);
  const letterOn = textOf(form.letterDate) === null ? null : parseDay(textOf(form.letterDate) ?? '');
  const wrong = [
    ...(value === null ? [{ field: 'value', say: unit === 'count' ? NOT_A_COUNT : NOT_A_PERCENTAGE }] : []),
    ...(source === null ? [{ field: 'source', say: NOT_A_SOURCE }] : []),
    ...(letterNo !== null && !LETTER_NO.test(letterNo) ? [{ field: 'letterNo', say: NOT_A_LETTER }] : []),
    ...(textOf(form.letterDate) !== null && letterOn === null ? [{ field: 'letterDate', say: NOT_A_DAY }] : []),
    ...(letterOn !== null && letterOn > today ? [{ field: 'letterDate', say: NOT_YET }] : []),
  ];
  if (wrong.length > 0 || value === null || source === null) throw new WrongFields(wrong);
  return { value, source, letterNo, letterOn };
}

const NOT_A_COUNT = say('กรุณากรอกเป็นจำนวนเต็มตั้งแต่ ๐ ขึ้นไป', 'Give a whole number, 0 or more.');
const NOT_A_PERCENTAGE = say(
  'กรุณากรอกร้อยละตั้งแต่ ๐ ถึง ๑๐๐ ทศนิยมไม่เกินสองตำแหน่ง',
  'Give a percentage from 0 to 100 with at most two decimals.',
);
const NOT_A_SOURCE = say('กรุณาเลือกที่มาจากรายการ', 'Choose a source from the list.');
const NOT_A_LETTER = say(
  'กรุณากรอกเลขที่หนังสือ เช่น ปช 0012/345 ไม่เกิน ๔๐ ตัวอักษร',
  "Give the letter's number, at most 40 characters, for example NACC 0012/345.",
);
const NOT_A_DAY = say('กรุณากรอกวันที่ที่มีอยู่จริง เช่น ๓ ธ.ค. ๖๗', 'Give a real date, for example 2024-12-03.');
const NOT_YET = say('วันที่นี้ยังมาไม่ถึง', 'This date has not come yet.');

function valueOf(given: unknown, unit: 'count' | 'percent'): number | null {
  const text = typeof given === 'number' || typeof given === 'string' ? toArabic(String(given)).trim() : '';
  const shape = unit === 'count' ? /^\d{1,7}$/ : /^\d{1,3}(\.\d{1,2})?$/;
  const plain = unit === 'count' ? text.replace(/,(?=\d{3}(,|$))/g, '') : text;
  const value = Number(plain);
  return shape.test(plain) && value <= (unit === 'count' ? MOST : 100) ? value : null;
}

const sourceOf = (given: unknown): FigureSource | null => FIGURE_SOURCES.find((source) => source === given) ?? null;

function textOf(given: unknown): string | null {
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  return text === '' ? null : text;
}
