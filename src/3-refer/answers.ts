import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import { Province } from '../agencies/agencies';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Referral } from '../cases/referral.entity';
import { Referrals } from '../cases/referrals';
import type { Actor } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Forbidden, WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import type { AnswerInput } from './answer-input';
import { LINE_OF, allowedAnswers, deskAnswers, wrongAnswer } from './answer.rules';
import { AnswerTexts } from './answer-texts';
import { AnswerNotPossible, CaseClosed, ReferralNotFound } from './errors';
import { ReferralAnswer } from './referral-answer.entity';

/** An officer by her id, or an agency without an account by the id of its code. */
export type Answerer = Actor & { readonly id: string };

export interface Asked {
  readonly file: CaseFile;
  readonly referral: Referral;
}

export interface Answered extends Asked {
  readonly answer: ReferralAnswer;
}

/** Hears what an agency, or the desk for itself, answers to a referral. No answer moves the case. */
@Injectable()
export class Answers {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly referrals: Referrals,
    private readonly texts: AnswerTexts,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound, ReferralNotFound, Forbidden, CaseClosed, AnswerNotPossible, WrongFields */
  answer(looker: Looker, number: string, referralId: string, input: AnswerInput): Promise<Answered> {
    return this.hear({ ...officer(looker), id: looker.officerId }, input, async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const referral = await this.referrals.find(file.id, referralId);
      if (!referral) throw new ReferralNotFound();
      this.admit(looker, referral);
      return { file, referral };
    });
  }

  /**
   * The answer of whoever `admit` lets through; it runs inside the write and holds the case locked.
   * @throws CaseClosed, AnswerNotPossible, WrongFields, and what `admit` throws
   */
  async hear(by: Answerer, input: AnswerInput, admit: () => Promise<Asked>): Promise<Answered> {
    const wrong = wrongAnswer(input, (code) => this.province.agency(code) !== undefined);
    if (wrong.length > 0) throw new WrongFields(wrong);
    return this.database.write(async (em) => {
      const { file, referral } = await admit();
      if (!file.open) throw new CaseClosed();
      const allowed = allowedAnswers(referral.state);
      if (!allowed.includes(input.kind)) throw new AnswerNotPossible(allowed);
      const answer: ReferralAnswer = {
        id: newId(),
        referralId: referral.id,
        caseId: file.id,
        kind: input.kind,
        at: this.clock.now(),
        by: by.id,
        byAgency: deskAnswers(referral, this.province.desk.code) ? null : referral.agencyCode,
        itemId: await this.texts.seal(file, referral, input.text),
        toAgencyCode: input.toAgencyCode ?? null,
      };
      await em.insert(ReferralAnswer, answer);
      await this.settle(file, referral, answer, by);
      return { file, referral, answer };
    });
  }

  private async settle(file: CaseFile, referral: Referral, answer: ReferralAnswer, by: Answerer): Promise<void> {
    const { kind, itemId, toAgencyCode } = answer;
    if (kind !== 'interim') await this.referrals.settle(referral, kind, { toAgencyCode });
    const data = { referralId: referral.id, agencyCode: referral.agencyCode, answerId: answer.id, toAgencyCode };
    await this.cases.tell(file, { kind: LINE_OF[kind], by, data, itemId });
  }

  /** Another agency's referral is one that is not there. */
  private admit(looker: Looker, referral: Referral): void {
    if (mayAnswer(looker, referral, this.province.desk.code)) return;
    if (!hasRole(looker, 'desk_officer', 'desk_head')) throw new ReferralNotFound();
    throw new Forbidden(say('หน่วยงานที่รับเรื่องเป็นผู้ตอบเอง', 'The agency that was asked answers itself.'));
  }
}

/** PROCESS §2 "answer a referral": the agency its own; the desk what went to the desk itself. */
export function mayAnswer(looker: Looker, referral: Referral, deskCode: string): boolean {
  if (deskAnswers(referral, deskCode)) return hasRole(looker, 'desk_officer', 'desk_head');
  return hasRole(looker, 'agency_contact') && looker.agencyCode === referral.agencyCode;
}
