import type { Province } from '../agencies/agencies';
import { numberIn } from '../cases/number-in';
import type { Referral } from '../cases/referral.entity';
import type { Choice } from '../layout/choices';
import type { Lang } from '../platform/http/language';
import { SELF } from './recipients.rules';
import { referWords } from './words';

/** The province's agencies in the reader's words. */
export interface Place {
  /** The desk itself first, then every agency that can be asked. */
  readonly recipients: readonly Choice[];
  readonly agencies: readonly Choice[];
  readonly agency: (code: string) => string;
  readonly recipient: (referral: Pick<Referral, 'recipientKind' | 'agencyCode'>) => string;
  readonly numberOf: (number: string) => string;
}

export function placeOf(lang: Lang, province: Province): Place {
  const w = referWords(lang);
  const nameOf = ({ nameTh, nameEn }: { nameTh: string; nameEn: string }) => (lang === 'en' ? nameEn : nameTh);
  const agencies = province.agencies
    .filter(({ isCollective, isDesk }) => !isCollective && !isDesk)
    .map((one): Choice => ({ value: one.code, label: nameOf(one) }));
  const agency = (code: string): string => {
    const known = province.agency(code);
    return known ? nameOf(known) : code;
  };
  return {
    recipients: [{ value: SELF, label: w.kinds.self }, ...agencies],
    agencies,
    agency,
    recipient: ({ recipientKind, agencyCode }) =>
      recipientKind !== 'agency' ? w.kinds[recipientKind] : agencyCode === null ? w.unlisted : agency(agencyCode),
    numberOf: (number) => numberIn(lang, province, number),
  };
}
