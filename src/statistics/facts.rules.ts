export type CorruptionAlleged = 'yes' | 'no' | 'unclear';
/** `both` counts in each of the two indicators, which are never added. */
export type RulingKind = 'discipline' | 'corruption' | 'both';

export const POLITICAL_OFFICE_HOLDER = 'political_office_holder';
const OFFICIALS: readonly (string | null)[] = ['state_official', 'local_official', POLITICAL_OFFICE_HOLDER];
const ABOUT_OFFICIALS_BY_NATURE: readonly string[] = ['misconduct', 'corruption'];

interface Accusation {
  readonly type: string;
  readonly corruptionAlleged: CorruptionAlleged | null;
  readonly accusedKind: string | null;
}

/** Corruption is alleged: a sorter said yes, or nobody has sorted yet and the reporter chose corruption. */
export function allegesCorruption({ type, corruptionAlleged }: Accusation): boolean {
  return corruptionAlleged === null ? type === 'corruption' : corruptionAlleged === 'yes';
}

/** Indicator 2.2-c: a complaint about an official, whoever he works for. */
export function isAboutOfficials({ type, accusedKind }: Accusation): boolean {
  return accusedKind === null ? ABOUT_OFFICIALS_BY_NATURE.includes(type) : OFFICIALS.includes(accusedKind);
}

/** DOMAIN §6: the ITA page counts corruption and misconduct complaints about officials. */
export function isOnItaPage(accusation: Accusation): boolean {
  const serious = accusation.type === 'misconduct' || accusation.type === 'corruption' || allegesCorruption(accusation);
  return serious && (accusation.accusedKind === null || isAboutOfficials(accusation));
}

/** The later of two days `YYYY-MM-DD`: nothing ends before it began, whatever a register says. */
export const later = (one: string, other: string): string => (one > other ? one : other);
