import type { Province } from '../agencies/agencies';
import { readNumber } from '../cases/case-number.rules';
import { toArabic, toThai } from '../platform/thai/digits';
import { searchKey } from '../platform/thai/normalise';

/** What a typed word may mean: numbers that are looked up exactly, and codes whose names hold the word. */
export interface SearchTerms {
  readonly numbers: readonly string[];
  readonly registryNos: readonly string[];
  readonly registerNo: { readonly no: number; readonly fiscalYears: readonly number[] } | null;
  readonly types: readonly string[];
  readonly agencies: readonly string[];
  readonly districts: readonly string[];
  readonly channels: readonly string[];
}

/** The oldest fiscal year (BE) an old register may hold (PROCESS §5). */
const FIRST_YEAR = 2500;

/** `thisYear`: the fiscal year (BE) up to which numbers can have been given. */
export function readSearch(province: Province, text: string, thisYear: number): SearchTerms {
  const arabic = toArabic(text).trim();
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
  return {
    numbers: numbersIn(province, arabic, years),
    registryNos: [...new Set([text.trim(), arabic, toThai(arabic)])],
    registerNo: registerNoIn(arabic, years),
    ...namedBy(province, text),
  };
}

/** The whole number in any spelling, the year and seven digits, or the seven digits alone. */
function numbersIn(province: Province, arabic: string, years: readonly number[]): readonly string[] {
  const { code, profile } = province;
  const whole = readNumber({ code, short: profile.numberPrefix }, arabic);
  if (whole !== null) return [whole];
  const match = /^(?:(2[45]\d\d)\s*[-/]\s*)?(\d{7})$/.exec(arabic);
  if (!match) return [];
  const [, year, digits] = match;
  return (year === undefined ? years : [Number(year)]).map((one) => `${code}-${one}-${digits}`);
}

/** เลขรับ: `412`, or with its year `412/2568`. */
function registerNoIn(arabic: string, years: readonly number[]): SearchTerms['registerNo'] {
  const match = /^(\d{1,6})(?:\s*\/\s*(2[45]\d\d))?$/.exec(arabic);
  if (!match) return null;
  return { no: Number(match[1]), fiscalYears: match[2] === undefined ? years : [Number(match[2])] };
}

interface Named {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly abbrTh?: string;
  readonly aliases?: readonly string[];
}

function namedBy(province: Province, text: string): Pick<SearchTerms, 'types' | 'agencies' | 'districts' | 'channels'> {
  const key = searchKey(text);
  if (key.length < 2 || !/\p{L}/u.test(key)) return { types: [], agencies: [], districts: [], channels: [] };
  const holds = ({ code, nameTh, nameEn, abbrTh = '', aliases = [] }: Named): boolean =>
    code.toLowerCase() === key || [nameTh, nameEn, abbrTh, ...aliases].some((name) => searchKey(name).includes(key));
  const codes = (all: readonly Named[]): readonly string[] => all.filter(holds).map(({ code }) => code);
  const matched = province.findAgency(text)?.code;
  return {
    types: codes(province.types),
    agencies: [...new Set([...codes(province.agencies), ...(matched ? [matched] : [])])],
    districts: codes(province.districts),
    channels: codes(province.channels),
  };
}
