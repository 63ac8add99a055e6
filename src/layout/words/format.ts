import type { Lang } from '../../platform/http/language';
import {
  bangkokTime,
  englishDate,
  malayDate,
  thaiDate,
  thaiDateTime,
  thaiMonth,
  type DateStyle,
} from '../../platform/thai/dates';
import { toThai } from '../../platform/thai/digits';
import { ENGLISH_MONTHS, MALAY_MONTHS } from '../../platform/thai/months';

/** Digits as the language writes them: Thai in Thai, Arabic elsewhere. Codes, telephone numbers and inputs stay Arabic. */
export function digits(lang: Lang, value: string | number): string {
  return lang === 'th' ? toThai(value) : String(value);
}

/** A day or instant in words, as seen in Bangkok. */
export function date(lang: Lang, dayOrInstant: string, style: DateStyle = 'long'): string {
  if (lang === 'th') return thaiDate(dayOrInstant, style);
  const long = lang === 'ms' ? malayDate(dayOrInstant) : englishDate(dayOrInstant);
  return style === 'long' ? long : long.replace(/ ([^ ]{3})[^ ]* /, ' $1 ');
}

/** An instant with its Bangkok time. */
export function dateTime(lang: Lang, instant: string, style: DateStyle = 'long'): string {
  return lang === 'th' ? thaiDateTime(instant, style) : `${date(lang, instant, style)}, ${bangkokTime(instant)}`;
}

/** 'ต.ค. ๖๗' · 'Oct 2024' · 'Okt 2024' of '2024-10'. */
export function month(lang: Lang, yearMonth: string): string {
  if (lang === 'th') return thaiMonth(yearMonth);
  const names = lang === 'ms' ? MALAY_MONTHS : ENGLISH_MONTHS;
  return `${names[Number(yearMonth.slice(5)) - 1]?.slice(0, 3)} ${yearMonth.slice(0, 4)}`;
}

/** A whole number with thousands separators; nothing to show is '-', and zero is not nothing (WORDING §4). */
export function count(lang: Lang, value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : digits(lang, grouped(value, 0));
}

/** A percentage with two decimals and no sign; '-' where there is none. */
export function percent(lang: Lang, value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : digits(lang, grouped(value, 2));
}

const grouped = (value: number, decimals: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
