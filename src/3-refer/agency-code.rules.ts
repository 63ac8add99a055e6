import type { Referral } from '../cases/referral.entity';
import { isOpenReferral } from '../cases/referral.rules';
import type { LineKind } from '../cases/story-line';

/** KEYS K6: until the final answer or so many days, whichever comes first. */
export const CODE_DAYS = 30;

const DAY_MS = 86_400_000;

/** @param now UTC instant. */
export const codeEndsAt = (now: string): string => new Date(Date.parse(now) + CODE_DAYS * DAY_MS).toISOString();

/** Why an agency is given no code, in the order in which it is told. */
export type CodeRefusal = 'not_an_agency' | 'over' | 'corruption' | 'accuseds_own';

/** Why nothing was handed out with a sending: `busy`, it can be made later; `not_yours`, another makes it. */
export type NotHanded = CodeRefusal | 'busy' | 'not_yours';

/** What the case and its wall say about handing out a code. */
export interface CodeCircumstances {
  readonly deskCode: string;
  readonly caseOpen: boolean;
  /** Corruption by type or by what was alleged, now or ever. */
  readonly corruption: boolean;
  /** Held as an accusation, or somebody is accused. */
  readonly accused: boolean;
  readonly accusedAgency: string | null;
  /** The agency stands behind the case's wall (KEYS K11). */
  readonly walled: boolean;
}

type Asked = Pick<Referral, 'recipientKind' | 'agencyCode' | 'state' | 'purpose' | 'imported'>;

/** KEYS K6: not for corruption cases, nor when the accused is of that agency; and nothing to open once it is over. */
export function codeRefusal(referral: Asked, about: CodeCircumstances): CodeRefusal | null {
  const { recipientKind, agencyCode, imported } = referral;
  if (recipientKind !== 'agency' || agencyCode === null || agencyCode === about.deskCode) return 'not_an_agency';
  // What an old register says was sent on paper: nothing of it is sealed here.
  if (imported || !about.caseOpen || !isOpenReferral(referral)) return 'over';
  if (about.corruption) return 'corruption';
  return about.walled || (about.accused && about.accusedAgency === agencyCode) ? 'accuseds_own' : null;
}

/** Lines after which a code may no longer be allowed: it is asked again inside the write that tells them. */
export const MAY_END_A_CODE: readonly LineKind[] = [
  'referralFinal',
  'referralNotOurs',
  'referralWithdrawn',
  'sorted',
  'classified',
  'walled',
  'merged',
  'withdrawn',
  'ended',
  'recorded',
];

/** A case that changes hands takes no code along: what is written from now on is sealed to other keys. */
export const ENDS_EVERY_CODE: LineKind = 'handedOver';
