import type { AccusedKind, CorruptionAlleged, IdentityKind, RiskArea, Secrecy } from '../cases/codes';
import { SECRECY } from '../cases/codes';

/** What a case is held to be (DOMAIN §3 "Classification"). */
export interface Classified {
  readonly type: string;
  readonly corruptionAlleged: CorruptionAlleged | null;
  readonly accusedKind: AccusedKind | null;
  readonly agencyCode: string | null;
  readonly district: string;
  readonly riskArea: RiskArea | null;
  readonly secrecy: Secrecy;
}

export const CLASSIFIED = [
  'type',
  'corruptionAlleged',
  'accusedKind',
  'agencyCode',
  'district',
  'riskArea',
  'secrecy',
] as const satisfies readonly (keyof Classified)[];

/** What an officer says of it; left out: as it was. */
export type Said = { readonly [K in keyof Classified]?: NonNullable<Classified[K]> | undefined };

export function classifiedOf(of: Classified): Classified {
  const { type, corruptionAlleged, accusedKind, agencyCode, district, riskArea, secrecy } = of;
  return { type, corruptionAlleged, accusedKind, agencyCode, district, riskArea, secrecy };
}

/** As it will stand: what is said, over what was. */
export function classify(was: Classified, said: Said): Classified {
  const given = CLASSIFIED.filter((field) => said[field] !== undefined).map((field) => [field, said[field]]);
  return { ...classifiedOf(was), ...(Object.fromEntries(given) as Partial<Classified>) };
}

export const differences = (was: Classified, now: Classified): readonly (keyof Classified)[] =>
  CLASSIFIED.filter((field) => was[field] !== now[field]);

interface Held {
  readonly identityKind: IdentityKind;
  /** Of the type, by the province's profile. */
  readonly accusation: boolean;
  readonly corruptionAlleged: CorruptionAlleged | null;
  readonly sorted: boolean;
}

/**
 * The lowest level it may be held at: an accusation, a doubt about corruption and an anonymous report are secret
 * (cabinet resolution 22 Dec 1998), and so is everything until step 2 has sorted it (DOMAIN §2).
 */
export function leastSecrecy({ identityKind, accusation, corruptionAlleged, sorted }: Held): Secrecy {
  const alleged = corruptionAlleged === 'yes' || corruptionAlleged === 'unclear';
  return !sorted || accusation || alleged || identityKind === 'anonymous' ? 'secret' : 'normal';
}

export const isBelow = (level: Secrecy, least: Secrecy): boolean => SECRECY.indexOf(level) < SECRECY.indexOf(least);

/** After sorting: as said; else as low as it may be, unless somebody had raised it above the first level. */
export function secrecyAfterSorting(said: Secrecy | undefined, was: Secrecy, least: Secrecy): Secrecy {
  return said ?? (isBelow('secret', was) ? was : least);
}
