import type { Province } from '../agencies/agencies';
import { numberIn } from '../cases/number-in';
import type { Choice } from '../layout/choices';
import type { Lang } from '../platform/http/language';

/** The page's language, the instant it is made, and the province's names in words: what every page here is drawn with. */
export interface Place {
  readonly lang: Lang;
  readonly now: string;
  readonly type: (code: string) => string;
  readonly channel: (code: string) => string;
  readonly district: (code: string) => string;
  readonly agency: (code: string | null) => string;
  readonly number: (number: string) => string;
  readonly channels: readonly Choice[];
  readonly agencies: readonly Choice[];
}

interface Named {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

export function placeOf(lang: Lang, province: Province, now: string): Place {
  const nameOf = (one: Named | undefined, code: string): string =>
    one ? (lang === 'en' ? one.nameEn : one.nameTh) : code;
  const choice = (one: Named): Choice => ({ value: one.code, label: nameOf(one, one.code) });
  return {
    lang,
    now,
    type: (code) => nameOf(province.type(code), code),
    channel: (code) => nameOf(province.channel(code), code),
    district: (code) => nameOf(province.district(code), code),
    agency: (code) => (code === null ? '-' : nameOf(province.agency(code), code)),
    // The space of a case number never ends a line.
    number: (number) => numberIn(lang, province, number).replace(' ', '\u00a0'),
    channels: province.channels.map(choice),
    agencies: province.agencies.filter(({ isCollective }) => !isCollective).map(choice),
  };
}
