import type { RefusalGroundCode } from '../agencies/codes';
import type { Outcome } from '../cases/codes';

/** Why a case cannot wait (DOMAIN §3, step 2). */
export const URGENT_BECAUSE = ['evidence_at_risk', 'danger', 'crime'] as const;
export type UrgentBecause = (typeof URGENT_BECAUSE)[number];

/** What an anonymous report is asked for at step 2 (DOMAIN §3). */
export const CHECKLIST = [
  'who',
  'act',
  'when',
  'where',
  'how_known',
  'documents',
  'reachable_witness',
  'other_office_told',
] as const;
export type ChecklistItem = (typeof CHECKLIST)[number];

/** take_up: clear enough · ask: something can still be asked in the mailbox · keep: nothing to check yet */
export type Advice = 'take_up' | 'ask' | 'keep';

const OUTCOME_OF: Readonly<Record<RefusalGroundCode, Outcome>> = {
  in_court: 'not_accepted',
  decided_already: 'not_accepted',
  outside_power: 'not_accepted',
  not_specific: 'insufficient',
  sent_to_competent_body: 'sent_to_competent_body',
  kept_as_information: 'kept_as_information',
  duplicate: 'duplicate',
};

/** Cabinet resolution 22 Dec 1998: anonymity alone is never a ground for refusal, so no ground mentions the reporter. */
export const outcomeOf = (ground: RefusalGroundCode): Outcome => OUTCOME_OF[ground];

/**
 * Cabinet resolution 22 Dec 1998 (B.E. 2541): an anonymous report is considered when evidence or circumstances are
 * clear and point to definite witnesses. It advises; the officer decides, and gives his reasons.
 */
export function adviceOn(known: readonly ChecklistItem[]): Advice {
  const tells = (...items: readonly ChecklistItem[]): boolean => items.every((item) => known.includes(item));
  if (!tells('act')) return 'keep';
  const clear = tells('documents') || tells('when', 'where');
  return tells('who', 'reachable_witness') && clear ? 'take_up' : 'ask';
}

interface Sifted {
  readonly ground: RefusalGroundCode;
  readonly specificEnough?: boolean | undefined;
  readonly advice: Advice | null;
}

/** "Not specific" cannot be said of a report that was just found specific. */
export const groundFits = ({ ground, specificEnough, advice }: Sifted): boolean =>
  ground !== 'not_specific' || (specificEnough !== true && advice !== 'take_up');
