/** DOMAIN §3 step 4: a visit, from documents, or discreet. */
export const VERIFICATION_MODES = ['visit', 'documents', 'discreet'] as const;
export type VerificationMode = (typeof VERIFICATION_MODES)[number];

interface Handlers {
  readonly investigator: string | null;
  readonly assignee: string | null;
}

/**
 * PROCESS §2, "verify: if ordered": ordered for one person, it is that person's or the case's handler's; ordered for
 * nobody in particular, it is anyone's whom the matrix lets verify.
 */
export const mayVerify = (officerId: string, { investigator, assignee }: Handlers): boolean =>
  investigator === null || officerId === investigator || officerId === assignee;

/**
 * DOMAIN §3: an accusation gets no visit that shows who spoke, so a visit says beforehand how it will not (several
 * households, a usual occasion).
 */
export const needsCover = (mode: VerificationMode, accusation: boolean): boolean => accusation && mode === 'visit';
