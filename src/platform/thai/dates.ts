import { toArabic, toThai } from './digits';
import { ENGLISH_MONTHS, MALAY_MONTHS, monthNumber, THAI_MONTHS, THAI_MONTHS_SHORT } from './months';
import { normaliseThai } from './normalise';

/** Bangkok has kept UTC+7 without summer time since 1920. */
export const BANGKOK_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const BUDDHIST_ERA = 543;
const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/;

const BETWEEN = '\\s*[-/., ]\\s*';
const YEAR_FIRST = new RegExp(`^(\\d{4}|\\d{2})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{1,2})$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{4}|\\d{2})$`);
const DAY_MONTH_NAME = /^(\d{1,2})[\s\-/,]*([^\d\s\-/,][^\d]*?)[\s\-/,]*(\d{4}|\d{2})$/;
const DECORATION = /วันที่|เดือน|พ\.?\s?ศ\.?|ค\.?\s?ศ\.?/g;
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d{2}:?\d{2})$/;

/** Local day `YYYY-MM-DD` in Bangkok of a UTC instant. */
export function bangkokDay(instant: string): string {
  return bangkokIso(instant).slice(0, 10);
}

/** Local time 'HH:mm' in Bangkok of a UTC instant. */
export function bangkokTime(instant: string): string {
  return bangkokIso(instant).slice(11, 16);
}

/** UTC instant with milliseconds of a Bangkok day and time 'HH:mm'. */
export function instantAt(day: string, time: string): string {
  return new Date(Date.parse(`${day}T${time}:00.000Z`) - BANGKOK_OFFSET_MS).toISOString();
}

/** The day n calendar days later (earlier when negative). */
export function addDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + n * DAY_MS).toISOString().slice(0, 10);
}

/** Fiscal year (Buddhist era) of a local day: it begins on 1 October of the calendar year before. */
export function fiscalYearOf(day: string): number {
  const { year, month } = partsOf(day);
  return year + BUDDHIST_ERA + (month >= 10 ? 1 : 0);
}

/** First and last day of a fiscal year (Buddhist era), both within it. */
export function fiscalYearBounds(fiscalYear: number): { readonly from: string; readonly to: string } {
  const year = fiscalYear - BUDDHIST_ERA;
  return { from: `${year - 1}-10-01`, to: `${year}-09-30` };
}

/** The twelve months 'YYYY-MM' of a fiscal year (Buddhist era), October to September. */
export function fiscalMonths(fiscalYear: number): readonly string[] {
  const year = fiscalYear - BUDDHIST_ERA;
  return Array.from({ length: 12 }, (_, i) => {
    const month = ((i + 9) % 12) + 1;
    return `${month >= 10 ? year - 1 : year}-${String(month).padStart(2, '0')}`;
  });
}

export type DateStyle = 'long' | 'short';

/** '๓ ธันวาคม ๒๕๖๗' or '๓ ธ.ค. ๖๗' of a local day, or of an instant as seen in Bangkok. */
export function thaiDate(dayOrInstant: string, style: DateStyle = 'long'): string {
  const { year, month, day } = partsOf(localDay(dayOrInstant));
  const buddhist = year + BUDDHIST_ERA;
  if (style === 'long') return toThai(`${day} ${THAI_MONTHS[month - 1]} ${buddhist}`);
  return toThai(`${day} ${THAI_MONTHS_SHORT[month - 1]} ${twoDigits(buddhist)}`);
}

/** '๓ ธันวาคม ๒๕๖๗ เวลา ๑๖.๓๐ น.' or '๓ ธ.ค. ๖๗ ๑๖.๓๐ น.' of an instant. */
export function thaiDateTime(instant: string, style: DateStyle = 'long'): string {
  const time = toThai(bangkokTime(instant).replace(':', '.'));
  return `${thaiDate(instant, style)} ${style === 'long' ? 'เวลา ' : ''}${time} น.`;
}

/** 'ต.ค. ๖๗' of '2024-10'. */
export function thaiMonth(month: string): string {
  const { year, month: number } = partsOf(`${month}-01`);
  return toThai(`${THAI_MONTHS_SHORT[number - 1]} ${twoDigits(year + BUDDHIST_ERA)}`);
}

/** '3 December 2024' of a local day, or of an instant as seen in Bangkok. */
export function englishDate(dayOrInstant: string): string {
  return plainDate(dayOrInstant, ENGLISH_MONTHS);
}

/** '3 Disember 2024' of a local day, or of an instant as seen in Bangkok. */
export function malayDate(dayOrInstant: string): string {
  return plainDate(dayOrInstant, MALAY_MONTHS);
}

/** How a source writes dates: year first (`iso`) or day first (`thai`). Left out, the place of the year decides. */
export interface DayReading {
  readonly style?: 'iso' | 'thai';
}

/**
 * Local day `YYYY-MM-DD` (CE) of what people type: CE or BE years, two digits (BE 25xx), Thai digits, month names.
 * Null when it cannot be read or there is no such day.
 */
export function parseDay(text: string, reading: DayReading = {}): string | null {
  const plain = toArabic(normaliseThai(text)).replace(DECORATION, ' ').replace(/\s+/g, ' ').trim();
  return (
    (reading.style === 'thai' ? null : yearFirst(plain, reading)) ?? (reading.style === 'iso' ? null : dayFirst(plain))
  );
}

/** UTC instant with milliseconds of an instant with offset, or the start of a Bangkok day; null when unreadable. */
export function parseInstant(text: string): string | null {
  const plain = toArabic(normaliseThai(text)).trim();
  const parts = INSTANT.exec(plain);
  if (!parts) {
    const day = parseDay(plain);
    return day && instantAt(day, '00:00');
  }
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', fraction = '', zone = ''] = parts;
  const local = existing(year, Number(month), day);
  if (!local || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const instant = Date.parse(`${local}T${hour}:${minute}:${second}.${milliseconds}${offset}`);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

function yearFirst(text: string, reading: DayReading): string | null {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year.length === 2 && reading.style !== 'iso') return null;
  return existing(year, Number(month), day);
}

function dayFirst(text: string): string | null {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? DAY_MONTH_NAME.exec(text) ?? [];
  return existing(year, monthNumber(month), day);
}

function existing(year: string, month: number | undefined, day: string): string | null {
  const common = commonEra(year);
  if (common === null || !month || !day) return null;
  const iso = `${common}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** From 2400 on a year is BE; two digits are BE 25xx; a CE year before 1800 is nobody's date. */
function commonEra(year: string): number | null {
  if (year.length === 2) return 2500 + Number(year) - BUDDHIST_ERA;
  const number = Number(year);
  if (year.length !== 4 || number < 1800) return null;
  return number >= 2400 ? number - BUDDHIST_ERA : number;
}

function plainDate(dayOrInstant: string, months: readonly string[]): string {
  const { year, month, day } = partsOf(localDay(dayOrInstant));
  return `${day} ${months[month - 1]} ${year}`;
}

function bangkokIso(instant: string): string {
  return new Date(Date.parse(instant) + BANGKOK_OFFSET_MS).toISOString();
}

function localDay(dayOrInstant: string): string {
  return BARE_DAY.test(dayOrInstant) ? dayOrInstant : bangkokDay(dayOrInstant);
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}

function partsOf(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}
