import type { Looker } from '../access/looker';
import type { Status } from './moves.rules';

/** Everything that can happen to a case, in the office's words. Past tense: it has happened. */
export type LineKind =
  | 'received'
  | 'imported'
  | 'takenUp'
  | 'claimed'
  | 'receiptRenewed'
  | 'endingProposed'
  | 'sorted'
  | 'ended'
  | 'referralSent'
  | 'referralAccepted'
  | 'referralInterim'
  | 'referralFinal'
  | 'referralNotOurs'
  | 'referralWithdrawn'
  | 'verificationOrdered'
  | 'visitRecorded'
  | 'sentBack'
  | 'findingRecorded'
  | 'reported'
  | 'orderGiven'
  | 'recordProposed'
  | 'recorded'
  | 'merged'
  | 'withdrawalAsked'
  | 'withdrawn'
  | 'reopeningProposed'
  | 'reopened'
  | 'approvalRefused'
  | 'wordSent'
  | 'answerTold'
  | 'reporterWrote'
  | 'rated'
  | 'reviewAsked'
  | 'withdrawalWished'
  | 'reprisalReported'
  | 'safetyAnswered'
  | 'classified'
  | 'assigned'
  | 'commented'
  | 'exhibitAdded'
  | 'paused'
  | 'resumed'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'extensionUndone'
  | 'dueMoved'
  | 'rulingProposed'
  | 'rulingMade'
  | 'rulingOverturned'
  | 'proceedingEntered'
  | 'rungFired'
  | 'superiorTold'
  | 'identityAsked'
  | 'identityGranted'
  | 'identityDenied'
  | 'identityOpened'
  | 'originalOpened'
  | 'disclosureOrdered'
  | 'disclosureGiven'
  | 'walled'
  | 'recused'
  | 'handedOver'
  | 'holdPlaced'
  | 'holdLifted'
  | 'disposalProposed'
  | 'disposed';

export type ActorKind = 'officer' | 'reporter' | 'agency' | 'system' | 'import';

export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
}

export const SYSTEM: Actor = { kind: 'system', id: null };

/** Codes, ids, dates and numbers only: this column is readable. */
export type LineData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface NewLine {
  readonly kind: LineKind;
  readonly by: Actor;
  readonly data?: LineData;
  readonly itemId?: string | null;
  /** When it happened, if not now (received before entered; imported history). UTC ISO. */
  readonly at?: string;
}

export interface Line extends Required<NewLine> {
  readonly id: string;
  readonly seq: number;
  readonly caseId: string;
  readonly from: Status | null;
  readonly to: Status | null;
}

/** The person at the desk, or at an agency, as the story names them: by id. */
export const officer = (looker: Pick<Looker, 'officerId' | 'roles'>): Actor => ({
  kind: looker.roles.every((role) => role === 'agency_contact') ? 'agency' : 'officer',
  id: looker.officerId,
});
