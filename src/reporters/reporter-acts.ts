import { Injectable } from '@nestjs/common';
import { Evidence } from '../evidence/evidence';
import type { ReceivedFile } from '../platform/http/multipart';
import { Addresses } from './addresses';
import { CheckIns } from './check-ins';
import { BY_REPORTER, Messages } from './messages';
import type { ReportForm, ReportInput } from './my-report-forms';
import type { AddressInput, LetterInput, RatingInput, SafetyInput } from './my-report-input';
import { Ratings } from './ratings';
import type { OpenSession } from './reporter-sessions';
import { Requests } from './requests';

type Act = (session: OpenSession, input: never) => Promise<void>;

const NOTHING = { leftOut: [] } as const;

/** Everything a reporter does on her own page, by the name of its form. */
@Injectable()
export class ReporterActs {
  constructor(
    private readonly messages: Messages,
    private readonly requests: Requests,
    private readonly ratings: Ratings,
    private readonly checkIns: CheckIns,
    private readonly evidence: Evidence,
    private readonly addresses: Addresses,
  ) {}

  private readonly acts = {
    message: ({ caseId }: OpenSession, { text }: LetterInput) => this.messages.write(caseId, text),
    review: ({ caseId }: OpenSession, { text }: LetterInput) => this.requests.askReview(caseId, text),
    withdrawal: ({ caseId }: OpenSession, { text }: LetterInput) => this.requests.wishWithdrawal(caseId, text),
    reprisal: ({ caseId }: OpenSession, { text }: LetterInput) => this.requests.reportReprisal(caseId, text),
    rating: (session: OpenSession, { score, text }: RatingInput) => this.ratings.give(session, score, text),
    safety: ({ caseId }: OpenSession, input: SafetyInput) => this.checkIns.answer(caseId, input),
    address: ({ caseId }: OpenSession, { email }: AddressInput) => this.addresses.change(caseId, email),
    addressRemoval: ({ caseId }: OpenSession) => this.addresses.remove(caseId),
  } as const satisfies Readonly<Record<ReportForm, Act>>;

  /**
   * A message with files. The files are looked at first: one that cannot be taken takes the message back to be mended.
   * @returns the names of files that the scanner kept out.
   * @throws WrongFields FilesTooLarge
   */
  async write(
    { caseId }: OpenSession,
    { text }: LetterInput,
    files: readonly ReceivedFile[],
  ): Promise<readonly string[]> {
    const { leftOut } = files.length > 0 ? await this.evidence.add(caseId, files, 'reporter', BY_REPORTER) : NOTHING;
    await this.messages.write(caseId, text);
    return leftOut;
  }

  /** @throws NotNow when the page no longer offers it. */
  do(form: ReportForm, session: OpenSession, input: ReportInput): Promise<void> {
    return this.acts[form](session, input as never);
  }
}
