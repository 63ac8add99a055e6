import type { ReferralState } from './codes';

interface ReferralLike {
  readonly state: ReferralState;
  readonly purpose: 'act' | 'clarify';
}

/** sent → accepted → final · not ours · withdrawn; nothing comes back from an end (PROCESS §1). */
export const REFERRAL_NEXT: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  sent: ['accepted', 'final', 'not_ours', 'withdrawn'],
  accepted: ['final', 'not_ours', 'withdrawn'],
  final: [],
  not_ours: [],
  withdrawn: [],
};

export const isOpenReferral = (referral: ReferralLike): boolean => REFERRAL_NEXT[referral.state].length > 0;

/** Guard of "order verification": every referral accepted, final, not ours or withdrawn, at least one ours to act on. */
export const mayOrderVerification = (referrals: readonly ReferralLike[]): boolean =>
  referrals.every(({ state }) => state !== 'sent') &&
  referrals.some(({ state, purpose }) => (state === 'accepted' || state === 'final') && purpose === 'act');

/** Guard of "record the finding": no referral open. */
export const mayRecordFinding = (referrals: readonly ReferralLike[]): boolean => !referrals.some(isOpenReferral);
