import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import { may } from '../access/matrix';
import { Province } from '../agencies/agencies';
import { accuses } from '../cases/accusations';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Referral } from '../cases/referral.entity';
import { isOpenReferral } from '../cases/referral.rules';
import { Referrals } from '../cases/referrals';
import type { Exhibit } from '../evidence/exhibit.entity';
import type { HandedCopy } from '../evidence/handing-out';
import { Vault } from '../vault/vault';
import type { CodeRefusal } from './agency-code.rules';
import { AgencyCodes } from './agency-codes';
import type { AnswerKind } from './answer.rules';
import { allowedAnswers } from './answer.rules';
import { mayAnswer } from './answers';
import { CodeAllowance } from './code-allowance';
import { ReferralNotFound } from './errors';
import { Packs } from './packs';
import { isAccusedsOwn } from './recipients.rules';
import type { ReferralCode } from './referral-code.entity';
import type { ReferralPaper } from './referral-papers';
import { ReferralPapers } from './referral-papers';
import { maySendBack } from './sending-checks';

/** One referral as it lies before an officer, and what he can do about it. */
export interface ReferralView extends ReferralPaper {
  readonly mayAnswer: readonly AnswerKind[];
  readonly mayRecall: boolean;
  /** The case was reclassified and the accused's own unit has it: to be called back. */
  readonly atAccuseds: boolean;
}

/** The agency's code as the desk sees it; the digits are nowhere. */
export interface CodeView {
  readonly newest: ReferralCode | null;
  readonly isLive: boolean;
  /** Null: a code may be made now. */
  readonly refusal: CodeRefusal | null;
}

export interface ReferralsView {
  readonly file: Pick<CaseFile, 'number' | 'status' | 'allegationItem'>;
  readonly referrals: readonly ReferralView[];
  /** What a form to send would do, or null when there is nothing to send now. */
  readonly maySend: 'refer' | 'sendBack' | null;
  /** Exhibits of which a cleaned copy can go along; empty when there is nothing to send now. */
  readonly exhibits: readonly Exhibit[];
}

export interface OneReferral extends ReferralsView {
  readonly one: ReferralView;
  /** Null for whoever may not hand one out. */
  readonly code: CodeView | null;
}

/** Lays the referrals of a case before the desk, or before an agency its own. Every opening leaves an audit row. */
@Injectable()
export class ReferralDesk {
  constructor(
    private readonly cases: Cases,
    private readonly referrals: Referrals,
    private readonly papers: ReferralPapers,
    private readonly packs: Packs,
    private readonly codes: AgencyCodes,
    private readonly allowance: CodeAllowance,
    private readonly vault: Vault,
    private readonly province: Province,
  ) {}

  /** @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<ReferralsView> {
    return this.lay(looker, await this.cases.find(looker, number));
  }

  /** @throws CaseNotFound, ReferralNotFound */
  async one(looker: Looker, number: string, id: string): Promise<OneReferral> {
    const file = await this.cases.find(looker, number);
    const view = await this.lay(looker, file);
    const one = view.referrals.find(({ referral }) => referral.id === id);
    if (!one) throw new ReferralNotFound();
    return { ...view, one, code: await this.codeOf(looker, file, one.referral) };
  }

  /** A cleaned copy that went along, for whoever sees the referral. @throws CaseNotFound, ReferralNotFound, NotFound */
  async copy(looker: Looker, number: string, id: string, no: string): Promise<HandedCopy> {
    const file = await this.cases.find(looker, number);
    const referral = await this.referrals.find(file.id, id);
    if (!referral || !isTheirs(looker, file, referral)) throw new ReferralNotFound();
    return this.packs.handOut(looker, file, referral, no);
  }

  private async lay(looker: Looker, file: CaseFile): Promise<ReferralsView> {
    const seen = (await this.referrals.of(file.id)).filter((referral) => isTheirs(looker, file, referral));
    const papers = await this.papers.of(file, seen, (items) => this.vault.read(looker, file, items));
    const maySend = sending(looker, file);
    return {
      file,
      referrals: papers.map((paper) => ({ ...paper, ...this.can(looker, file, paper.referral) })),
      maySend,
      exhibits: maySend === null ? [] : await this.packs.toChoose(file.id),
    };
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

  private async codeOf(looker: Looker, file: CaseFile, referral: Referral): Promise<CodeView | null> {
    if (may(looker, 'case.refer') === null) return null;
    const newest = (await this.codes.newestOf(file.id)).get(referral.id) ?? null;
    const refusal = await this.allowance.refusal({ file, referral });
    return { newest, isLive: newest !== null && this.codes.isLive(newest), refusal };
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
