import { DomainError, WrongFields, say } from '../errors';
import { FILES_FIELD } from './file-limits';

/** 413: a file, or all of them, are larger than this door takes. */
export class FilesTooLarge extends DomainError {
  readonly status = 413;
  constructor(th: string, en: string) {
    super(say(th, en), { fields: [{ field: FILES_FIELD, say: say(th, en) }] });
  }
}

export const tooLarge = (name: string): FilesTooLarge =>
  new FilesTooLarge(`ไฟล์ “${name}” ใหญ่เกิน ๑๐ เมกะไบต์`, `“${name}” is larger than 10 MB.`);

export const tooMuch = (): FilesTooLarge =>
  new FilesTooLarge(
    'ไฟล์ทั้งหมดรวมกันใหญ่เกินไป กรุณาส่งครั้งละน้อยลง',
    'The files are too large together: send fewer at a time.',
  );

export const tooMany = (): WrongFields =>
  WrongFields.one(FILES_FIELD, say('แนบได้ครั้งละไม่เกิน ๕ ไฟล์', 'At most 5 files at a time.'));

/** A file in a field that takes none. */
export const strangeField = (field: string): WrongFields =>
  WrongFields.one(field, say('ช่องนี้แนบไฟล์ไม่ได้', 'This field takes no file.'));

export const textTooLarge = (): FilesTooLarge =>
  new FilesTooLarge('ข้อความใหญ่เกินไป (ไม่เกิน 256 กิโลไบต์)', 'The text is too large: at most 256 kB.');
