import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/cases';
import type { HandedCopy } from '../evidence/handing-out';
import { Vault } from '../vault/vault';
import { AgencyCodes } from './agency-codes';
import type { OpenAgencySession } from './agency-sessions';
import type { AnswerInput } from './answer-input';
import type { AnswerKind } from './answer.rules';
import { allowedAnswers } from './answer.rules';
import type { Answered } from './answers';
import { Answers } from './answers';
import { AgencyCodeNeeded } from './errors';
import { Packs } from './packs';
import type { ReferralPaper } from './referral-papers';
import { ReferralPapers } from './referral-papers';

/** The one referral a code opens. */
export interface LentReferral {
  /** The case's number. */
  readonly number: string;
  readonly one: ReferralPaper;
  readonly mayAnswer: readonly AnswerKind[];
  /** The code opens nothing after this instant. */
  readonly until: string;
}

/** What an agency without an account sees and answers: that referral, as an agency's contact with an account would. */
@Injectable()
export class AgencyDesk {
  constructor(
    private readonly cases: Cases,
    private readonly codes: AgencyCodes,
    private readonly papers: ReferralPapers,
    private readonly answers: Answers,
    private readonly packs: Packs,
    private readonly vault: Vault,
  ) {}

  /** Leaves an audit row under the code's id. */
  async see({ file, referral, codeId, codeUntil, keys }: OpenAgencySession): Promise<LentReferral> {
    const read = (items: readonly (string | null)[]) => this.vault.readLent(codeId, keys, items);
    const [one] = await this.papers.of(file, [referral], read);
    if (!one) throw new AgencyCodeNeeded();
    return { number: file.number, one, mayAnswer: allowedAnswers(referral.state), until: codeUntil };
  }

  /** @throws AgencyCodeNeeded CaseClosed AnswerNotPossible WrongFields */
  answer({ codeId, file: { id } }: OpenAgencySession, input: AnswerInput): Promise<Answered> {
    return this.answers.hear({ kind: 'agency', id: codeId }, input, async () => {
      await this.cases.lockById(id);
      // A recall, a new code or a new classification may have been faster.
      const standing = await this.codes.standing(codeId);
      if (!standing) throw new AgencyCodeNeeded();
      return standing;
    });
  }

  /** @throws NotFound SealBroken */
  copy(session: OpenAgencySession, no: string): Promise<HandedCopy> {
    return this.packs.handLent(session.keys, session.codeId, session, no);
  }
}
