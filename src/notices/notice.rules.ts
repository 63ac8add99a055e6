import type { ClockCode } from '../agencies/codes';
import type { LineKind } from '../cases/story-line';
import { toldOfMove } from '../deadlines/calendar-change.rules';

/** Offices that are told. Persons are found when the line is read. */
export type Recipient = 'assignee' | 'investigator' | 'desk_head' | 'executive' | 'agency';

/** What the notice says, by code: the words are the same for every case. Rungs bring the profile's own codes. */
export type NoticeKind = string;

interface Telling {
  readonly who: Recipient;
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
    { who: 'assignee', kind: 'assigned' },
    { who: 'investigator', kind: 'assigned' },
  ],
  endingProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  recordProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  withdrawalAsked: [{ who: 'desk_head', kind: 'decision_waits' }],
  reopeningProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  disposalProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  rulingProposed: [{ who: 'desk_head', kind: 'decision_waits' }],
  approvalRefused: [{ who: 'assignee', kind: 'refused' }],
  referralSent: [{ who: 'agency', kind: 'referral' }],
  referralFinal: [{ who: 'assignee', kind: 'answered' }],
  referralNotOurs: [{ who: 'assignee', kind: 'not_ours' }],
  verificationOrdered: [{ who: 'investigator', kind: 'verify' }],
  reported: [{ who: 'executive', kind: 'report_waits' }],
  orderGiven: [{ who: 'assignee', kind: 'ordered' }],
  reporterWrote: [
    { who: 'assignee', kind: 'reporter_wrote' },
    { who: 'investigator', kind: 'reporter_wrote' },
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
  const { who, notice } = data;
  return [{ who: LADDER[String(who)] ?? 'desk_head', kind: String(notice) }];
}

/** Every kind there is, but for the ladder's, which the profile names itself. */
export const KINDS: readonly NoticeKind[] = [
  ...new Set([
    ...Object.values(TELLS).flatMap((tellings) => tellings.map(({ kind }) => kind)),
    'extension_waits',
    'due_moved',
  ]),
];

/** Nobody there for one office: the desk head is told instead, never nobody in silence (DESIGN §4). */
export const STANDS_IN: Readonly<Partial<Record<Recipient, Recipient>>> = {
  assignee: 'desk_head',
  executive: 'desk_head',
};

const movedRun = ({ clock, referralId }: HeardLine['data']) => ({
  clock: clock as ClockCode,
  referralId: typeof referralId === 'string' ? referralId : null,
});
