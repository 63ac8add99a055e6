import type { Finding, Outcome } from '../cases/codes';

/** What decides how a case may close. */
export interface Closing {
  /** Somebody is accused; unsorted and unknown types count as if. */
  readonly accusation: boolean;
  readonly finding: Finding | null;
}

const GRIEVANCE: readonly Outcome[] = ['solved', 'explained'];
const FOUNDED: readonly Outcome[] = ['founded_discipline', 'founded_recovery', 'founded_improvement', 'founded_sent'];
const EITHER: readonly Outcome[] = ['not_accepted', 'sent_to_competent_body', 'duplicate', 'kept_as_information'];

/**
 * Outcomes of a closing record (DOMAIN §3 "Closing outcomes"). "Solved" and "explained" never close an accusation; an
 * accusation that was found to be true closes as founded and not otherwise. Withdrawn is an act of its own, unstated
 * belongs to old registers.
 */
export function outcomesOf({ accusation, finding }: Closing): readonly Outcome[] {
  if (accusation && finding === 'founded') return FOUNDED;
  return [
    ...(accusation ? [] : GRIEVANCE),
    ...(accusation && finding === 'unfounded' ? (['unfounded'] as const) : []),
    ...(finding === 'insufficient' ? (['insufficient'] as const) : []),
    ...EITHER,
  ];
}

export const mayClose = (outcome: Outcome, closing: Closing): boolean => outcomesOf(closing).includes(outcome);
