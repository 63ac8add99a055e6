import { Transform } from 'class-transformer';
import { Length, Matches } from 'class-validator';
import { WrongFields, say } from '../errors';
import { parseDay } from '../thai/dates';
import { REFERENCE_NO, cleanText, tell } from './validation';

/** A letter's or file's number: short and with a digit in it, so that no sentence hides in a readable column. */
export function LetterNo(): PropertyDecorator {
  const told = tell('กรุณากรอกเลขที่หนังสือหรือเลขอ้างอิง', 'Give the number of the letter or file.');
  return (target, key) => {
    Transform(cleanText)(target, key);
    Matches(REFERENCE_NO, told)(target, key);
  };
}

/** A day as people write it; read with `readDay`. */
export function WrittenDay(): PropertyDecorator {
  return (target, key) => {
    Transform(cleanText)(target, key);
    Length(1, 40, tell('กรุณากรอกวันที่', 'Give the day.'))(target, key);
  };
}

interface Bounds {
  /** Neither of these may be passed; local days. */
  readonly notBefore?: string | undefined;
  readonly notAfter?: string | undefined;
}

/** Local day `YYYY-MM-DD`. @throws WrongFields naming the field */
export function readDay(field: string, text: string, { notBefore, notAfter }: Bounds = {}): string {
  const day = parseDay(text);
  if (!day) throw WrongFields.one(field, SAY_UNREADABLE);
  if (notAfter !== undefined && day > notAfter) throw WrongFields.one(field, SAY_LATE);
  if (notBefore !== undefined && day < notBefore) throw WrongFields.one(field, SAY_EARLY);
  return day;
}

const SAY_UNREADABLE = say('อ่านวันที่ไม่ได้ กรุณากรอกเช่น 3 ธ.ค. 2567', 'This day cannot be read. Write it like 3 Dec 2024.');
const SAY_LATE = say('วันที่นี้ยังมาไม่ถึง กรุณาตรวจอีกครั้ง', 'This day has not come yet. Please check it.');
const SAY_EARLY = say(
  'วันที่นี้เร็วเกินไป ต้องไม่ก่อนวันที่ก่อนหน้าในรายการ',
  'This day is too early: it lies before the one it follows.',
);

/** A path's id that no row can have is looked up nowhere: PostgreSQL refuses NUL, and ids are known by their form. */
export const isId = (text: string): boolean => /^[0-9a-z]{26}$/.test(text);
