import { toArabic } from './digits';

export const THAI_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
] as const;

export const THAI_MONTHS_SHORT = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
] as const;

export const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const MALAY_MONTHS = [
  'Januari',
  'Februari',
  'Mac',
  'April',
  'Mei',
  'Jun',
  'Julai',
  'Ogos',
  'September',
  'Oktober',
  'November',
  'Disember',
] as const;

const bare = (name: string): string => name.toLowerCase().replace(/[.\s]/g, '');

const NUMBER_OF: ReadonlyMap<string, number> = new Map(
  [
    THAI_MONTHS,
    THAI_MONTHS_SHORT,
    ENGLISH_MONTHS,
    ENGLISH_MONTHS.map((name) => name.slice(0, 3)),
    MALAY_MONTHS,
    MALAY_MONTHS.map((name) => name.slice(0, 3)),
  ].flatMap((names) => names.map((name, index) => [bare(name), index + 1] as const)),
);

/** 1–12 for a month's number or its name, full or short, with or without points; undefined when it is none. */
export function monthNumber(text: string): number | undefined {
  const plain = bare(toArabic(text));
  if (!/^\d{1,2}$/.test(plain)) return NUMBER_OF.get(plain);
  const number = Number(plain);
  return number >= 1 && number <= 12 ? number : undefined;
}
