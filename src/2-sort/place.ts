import type { Province } from '../agencies/agencies';
import type { Choice } from '../layout/choices';
import type { Lang } from '../platform/http/language';

/** The province's own lists as choices of a form, in the reader's language. */
export interface Place {
  readonly types: readonly Choice[];
  readonly districts: readonly Choice[];
  readonly agencies: readonly Choice[];
}

interface Named {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

export function placeOf(lang: Lang, province: Province): Place {
  const choice = ({ code, nameTh, nameEn }: Named): Choice => ({ value: code, label: lang === 'en' ? nameEn : nameTh });
  return {
    types: province.types.filter(({ code }) => code !== 'unsorted').map(choice),
    districts: province.districts.map(choice),
    agencies: province.agencies.filter(({ isCollective }) => !isCollective).map(choice),
  };
}

export const labelOf = (choices: readonly Choice[], code: string | null): string =>
  choices.find(({ value }) => value === code)?.label ?? code ?? '-';
