import type { ReferralState } from '../cases/codes';
import { REFERRAL_NEXT } from '../cases/referral.rules';
import type { LineKind } from '../cases/story-line';
import type { ErrorDetails } from '../platform/errors';
import { say } from '../platform/errors';

export const ANSWER_KINDS = ['accepted', 'interim', 'final', 'not_ours'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** The line of the story that each answer is. */
export const LINE_OF = {
  accepted: 'referralAccepted',
  interim: 'referralInterim',
  final: 'referralFinal',
  not_ours: 'referralNotOurs',
} as const satisfies Readonly<Record<AnswerKind, LineKind>>;

/** Sent → accepted → final · not ours; an interim answer is noted while the referral is open (PROCESS §1). */
export const allowedAnswers = (state: ReferralState): readonly AnswerKind[] =>
  ANSWER_KINDS.filter((kind) =>
    kind === 'interim' ? REFERRAL_NEXT[state].length > 0 : REFERRAL_NEXT[state].includes(kind),
  );

/** Nothing is answered after these. */
export const isLast = (kind: AnswerKind): boolean => kind === 'final' || kind === 'not_ours';

interface Addressed {
  readonly agencyCode: string | null;
}

/** The desk answers what went to itself, to a section of its own, or to somebody without an agency. */
export const deskAnswers = ({ agencyCode }: Addressed, deskCode: string): boolean =>
  agencyCode === null || agencyCode === deskCode;

type WrongField = NonNullable<ErrorDetails['fields']>[number];

interface Answer {
  readonly kind: AnswerKind;
  readonly text?: string | undefined;
  readonly toAgencyCode?: string | undefined;
}

/** An answer says something; "not ours" says whose it is, or why. */
export function wrongAnswer(answer: Answer, isAgency: (code: string) => boolean): readonly WrongField[] {
  const { kind, text, toAgencyCode } = answer;
  const silent = text === undefined;
  return [
    silent &&
      (kind === 'interim' || kind === 'final') && { field: 'text', say: say('กรุณาเขียนคำตอบ', 'Write the answer.') },
    silent &&
      kind === 'not_ours' &&
      toAgencyCode === undefined && {
        field: 'text',
        say: say('กรุณาบอกว่าเป็นของหน่วยงานใด หรือเพราะอะไร', 'Say whose it is, or why.'),
      },
    kind !== 'not_ours' &&
      toAgencyCode !== undefined && {
        field: 'toAgencyCode',
        say: say('ใช้เมื่อตอบว่าไม่อยู่ในอำนาจเท่านั้น', 'Only with "not ours".'),
      },
    toAgencyCode !== undefined &&
      !isAgency(toAgencyCode) && {
        field: 'toAgencyCode',
        say: say('ไม่มีหน่วยงานนี้ในทะเบียนของจังหวัด', 'The province lists no such agency.'),
      },
  ].filter((wrong) => wrong !== false);
}
