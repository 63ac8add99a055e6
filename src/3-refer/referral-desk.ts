import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import { may } from '../access/matrix';
import { Province } from '../agencies/agencies';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Referral } from '../cases/referral.entity';
import { isOpenReferral } from '../cases/referral.rules';
import { Referrals } from '../cases/referrals';
import { Story } from '../cases/story';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import { accuses } from '../cases/accusations';
import type { AnswerKind } from './answer.rules';
import { allowedAnswers } from './answer.rules';
import { mayAnswer } from './answers';
import { ReferralNotFound } from './errors';
import { isAccusedsOwn } from './recipients.rules';
import { ReferralAnswer } from './referral-answer.entity';
import { maySendBack } from './sending-checks';

export interface AnswerView {
  readonly kind: AnswerKind;
  readonly at: string;
  readonly text: string | null;
  readonly toAgencyCode: string | null;
}

/** One referral with its words opened for whoever is looking, and what he can do about it. */
export interface ReferralView {
  readonly referral: Referral;
  readonly pack: string | null;
  readonly answers: readonly AnswerView[];
  /** Rungs of the agency's ladder that were fired: หนังสือติดตาม, oldest first. */
  readonly reminders: readonly { readonly rung: number; readonly at: string }[];
  readonly mayAnswer: readonly AnswerKind[];
  readonly mayRecall: boolean;
  /** The case was reclassified and the accused's own unit has it: to be called back. */
  readonly atAccuseds: boolean;
}

export interface ReferralsView {
  readonly file: Pick<CaseFile, 'number' | 'status' | 'allegationItem'>;
  readonly referrals: readonly ReferralView[];
  /** What a form to send would do, or null when there is nothing to send now. */
  readonly maySend: 'refer' | 'sendBack' | null;
}

/** Lays the referrals of a case before the desk, or before an agency its own. Every opening leaves an audit row. */
@Injectable()
export class ReferralDesk {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly referrals: Referrals,
    private readonly story: Story,
    private readonly vault: Vault,
    private readonly province: Province,
  ) {}

  /** @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<ReferralsView> {
    const file = await this.cases.find(looker, number);
    const seen = (await this.referrals.of(file.id)).filter((referral) => isTheirs(looker, file, referral));
    return { file, referrals: await this.open(looker, file, seen), maySend: sending(looker, file) };
  }

  /** @throws CaseNotFound, ReferralNotFound */
  async one(looker: Looker, number: string, id: string): Promise<ReferralsView & { readonly one: ReferralView }> {
    const view = await this.of(looker, number);
    const one = view.referrals.find(({ referral }) => referral.id === id);
    if (!one) throw new ReferralNotFound();
    return { ...view, one };
  }

  private async open(looker: Looker, file: CaseFile, seen: readonly Referral[]): Promise<readonly ReferralView[]> {
    const answers = await this.answersOf(file, seen);
    const items = [...seen.map(({ packItem }) => packItem), ...answers.map(({ itemId }) => itemId)];
    const texts = await this.vault.read(looker, file, items);
    const text = (item: string | null): string | null => (item === null ? null : (texts.get(item) ?? null));
    const reminders = await this.remindersOf(file);
    return seen.map((referral) => ({
      referral,
      pack: text(referral.packItem),
      answers: answers
        .filter(({ referralId }) => referralId === referral.id)
        .map(({ kind, at, itemId, toAgencyCode }) => ({ kind, at, text: text(itemId), toAgencyCode })),
      reminders: reminders.filter(({ referralId }) => referralId === referral.id),
      ...this.can(looker, file, referral),
    }));
  }

  private can(looker: Looker, file: CaseFile, referral: Referral) {
    const open = file.open && isOpenReferral(referral);
    const accused = { accusation: accuses(file, this.province), accusedAgency: file.agencyCode };
    return {
      mayAnswer: open && mayAnswer(looker, referral, this.province.desk.code) ? allowedAnswers(referral.state) : [],
      mayRecall: open && may(looker, 'case.refer') !== null,
      atAccuseds: open && isAccusedsOwn(referral.agencyCode, accused),
    };
  }

  private async answersOf(file: CaseFile, seen: readonly Referral[]): Promise<readonly ReferralAnswer[]> {
    const ids = new Set(seen.map(({ id }) => id));
    const all = await this.database.reader.find(ReferralAnswer, {
      where: { caseId: file.id },
      order: { at: 'ASC', id: 'ASC' },
    });
    return all.filter(({ referralId }) => ids.has(referralId));
  }

  private async remindersOf(file: CaseFile) {
    const lines = (await this.story.of(file.id)).filter(({ kind }) => kind === 'rungFired');
    return lines.flatMap(({ at, data: { referralId, rung } }) =>
      typeof referralId === 'string' && typeof rung === 'number' ? [{ referralId, rung, at }] : [],
    );
  }
}

/** An agency sees its own and never that others were asked; those who handle the case see all. */
const isTheirs = (looker: Looker, { investigator, assignee }: CaseFile, { agencyCode, state }: Referral): boolean =>
  hasRole(looker, 'desk_officer', 'desk_head') ||
  (hasRole(looker, 'investigator') && [investigator, assignee].includes(looker.officerId)) ||
  (hasRole(looker, 'agency_contact') && agencyCode === looker.agencyCode && state !== 'withdrawn');

function sending(looker: Looker, file: CaseFile): 'refer' | 'sendBack' | null {
  if (file.status === 'verifying') return maySendBack(looker, file) ? 'sendBack' : null;
  return (file.status === 'sorted' || file.status === 'referred') && may(looker, 'case.refer') ? 'refer' : null;
}
