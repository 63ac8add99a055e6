import type { ClockCode } from '../agencies/codes';
import type { LineKind } from '../cases/story-line';
import { toldOfMove } from '../deadlines/calendar-change.rules';

/** Offices that are told. Persons are found when the line is read. */
export type Recipient = 'assignee' | 'investigator' | 'desk_head' | 'executive' | 'agency';

/** What the notice says, by code: the words are the same for every case. Rungs bring the profile's own codes. */
export type NoticeKind = string;

export interface Telling {
  readonly who: Recipient;
  readonly kind: NoticeKind;
  /** What whoever stands in is told; left out: the same. Null: news for that person alone, nobody stands in. */
  readonly inStead?: NoticeKind | null;
}

export interface Told {
  /** Officer's id; empty: nobody. */
  readonly recipient: string;
  readonly kind: NoticeKind;
}

/**
 * Which line tells whom. `received` is the clock "superior told" (DOMAIN §4, Trat rural roads): number, type, time, no
 * content. Lines that are not here tell nobody.
 */
export const TELLS: Readonly<Partial<Record<LineKind, readonly Telling[]>>> = {
  received: [{ who: 'desk_head', kind: 'new_case' }],
  reopened: [{ who: 'desk_head', kind: 'reopened' }],
  assigned: [
    { who: 'assignee', kind: 'assigned', inStead: null },
    { who: 'investigator', kind: 'assigned', inStead: null },
  ],
  endingProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  recordProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  withdrawalAsked: [{ who: 'desk_head', kind: 'decision_waits' }],
  reopeningProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  disposalProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  rulingProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  approvalRefused: [{ who: 'assignee', kind: 'refused' }],
  referralSent: [{ who: 'agency', kind: 'referral', inStead: null }],
  referralFinal: [{ who: 'assignee', kind: 'answered' }],
  referralNotOurs: [{ who: 'assignee', kind: 'not_ours' }],
  verificationOrdered: [{ who: 'investigator', kind: 'verify' }],
  reported: [{ who: 'executive', kind: 'report_waits' }],
  orderGiven: [{ who: 'assignee', kind: 'ordered' }],
  reporterWrote: [
    { who: 'assignee', kind: 'reporter_wrote' },
    { who: 'investigator', kind: 'reporter_wrote', inStead: null },
  ],
  reviewAsked: [{ who: 'desk_head', kind: 'review_asked' }],
  withdrawalWished: [{ who: 'desk_head', kind: 'withdrawal_wished' }],
  reprisalReported: [{ who: 'desk_head', kind: 'reprisal' }],
};

/** Who stands behind the ladder's words (profile's `who`). */
const LADDER: Readonly<Record<string, Recipient>> = {
  officer: 'assignee',
  desk_head: 'desk_head',
  head_of_office: 'executive',
  governor_list: 'executive',
  agency: 'agency',
};

export interface HeardLine {
  readonly kind: LineKind;
  readonly data: Readonly<Record<string, unknown>>;
}

export function tellingsOf({ kind, data }: HeardLine): readonly Telling[] {
  if (kind === 'extensionAsked') {
    return [{ who: data.grantor === 'executive' ? 'executive' : 'desk_head', kind: 'extension_waits' }];
  }
  if (kind === 'safetyAnswered') return data.safety === 'unsafe' ? [{ who: 'desk_head', kind: 'reprisal' }] : [];
  if (kind === 'dueMoved') return toldOfMove(movedRun(data)).map((who) => ({ who, kind: 'due_moved' }));
  if (kind !== 'rungFired' && kind !== 'legalRungFired') return TELLS[kind] ?? [];
  const { rung, notice } = data;
  const who = LADDER[String(data.who)] ?? 'desk_head';
  return [{ who, kind: String(notice), ...(who === 'agency' ? { inStead: letterByHand(Number(rung)) } : {}) }];
}

/** Every kind there is, but for the ladder's, which the profile names itself. */
export const KINDS: readonly NoticeKind[] = [
  ...new Set([
    ...Object.values(TELLS).flatMap((tellings) => tellings.map(({ kind }) => kind)),
    'extension_waits',
    'due_moved',
  ]),
];

const BY_HAND = 'letter_by_hand_';

/** The agency has nobody here who could be reminded: somebody must send its n-th หนังสือติดตาม on paper. */
const letterByHand = (rung: number): NoticeKind => `${BY_HAND}${rung}`;

/** Which หนังสือติดตาม a notice asks for; null: none. */
export const letterAskedFor = (kind: NoticeKind): number | null =>
  kind.startsWith(BY_HAND) ? Number(kind.slice(BY_HAND.length)) : null;

/**
 * Whom a notice goes to when an office is vacant, its holder has left, or the conflict wall hides the case from her: the
 * first of these offices that somebody holds who may know of the case (DOMAIN §4 "alternative person if the superior is
 * named"; issue 4, item 5: never skipped).
 */
export const STANDS_IN: Readonly<Record<Recipient, readonly Recipient[]>> = {
  assignee: ['desk_head', 'executive'],
  investigator: ['assignee', 'desk_head', 'executive'],
  desk_head: ['executive'],
  executive: ['desk_head'],
  agency: ['assignee', 'desk_head', 'executive'],
};

const NOBODY = '';

/** @param holders who holds an office today and may know of the case: ids. */
export function toldOf(
  { who, kind, inStead = kind }: Telling,
  holders: (office: Recipient) => readonly string[],
): readonly Told[] {
  const own = holders(who);
  if (own.length > 0 || inStead === null) return own.map((recipient) => ({ recipient, kind }));
  const others = STANDS_IN[who].map(holders).find((ids) => ids.length > 0);
  return others ? others.map((recipient) => ({ recipient, kind: inStead })) : [{ recipient: NOBODY, kind }];
}

const movedRun = ({ clock, referralId }: HeardLine['data']) => ({
  clock: clock as ClockCode,
  referralId: typeof referralId === 'string' ? referralId : null,
});
