import type { Province } from '../agencies/agencies';
import { spokenNumber } from './case-number.rules';
import type { Lang } from '../platform/http/language';

/** A case's number as the page's language writes it: นธ ๒๕๖๙/๔๘๒๙๑๓๗ in Thai. */
export const numberIn = (lang: Lang, { code, profile }: Province, number: string): string =>
  lang === 'en' ? number : spokenNumber({ code, short: profile.numberPrefix }, number);
