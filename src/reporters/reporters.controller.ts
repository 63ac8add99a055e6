import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Province } from '../agencies/agencies';
import { Public } from '../access/may';
import { apiLanguage } from '../platform/http/language';
import { Limited } from '../platform/http/limits';
import { words } from '../layout/words/words';
import type { HandedReceipt } from './claims';
import { Claims } from './claims';
import { ClaimInput, ReceiptInput } from './code-input';
import type { Disclosure, Openings } from './openings.rules';
import type { StepStanding } from './standing.rules';
import { ReporterStatus } from './status';
import type { Word } from './status';
import { tell } from './told';
import { tellWhy } from './why';
import { whyWords } from './why-words';

/** `POST /status` (PROCESS §4). Days are instants; names and sentences in the language asked for. */
export interface StatusAnswer {
  readonly number: string;
  readonly status: string;
  readonly message: string;
  readonly steps: readonly (StepStanding & { readonly name: string })[];
  readonly next: { readonly step: number; readonly name: string; readonly by: string | null } | null;
  /** Every day she is given: what is promised by then, and how the day was counted. */
  readonly dates: readonly { readonly name: string; readonly by: string; readonly why: readonly string[] }[];
  readonly words: readonly Word[];
  /** How often who she is was looked at; null as long as nobody did. */
  readonly identityOpened: Openings | null;
  /** Orders of a court or a law to disclose who she is, or an original file. */
  readonly disclosures: readonly Disclosure[];
}

/** The reporter's doors for programs: a receipt shows how it stands, a claim code gives a receipt. No account, no cookie. */
@Controller()
@Limited('public')
export class ReportersController {
  constructor(
    private readonly status: ReporterStatus,
    private readonly claims: Claims,
    private readonly province: Province,
  ) {}

  @Public()
  @HttpCode(200)
  @Post('api/v1/status')
  async look(@Req() request: Request, @Body() input: ReceiptInput): Promise<StatusAnswer> {
    const lang = apiLanguage(request);
    const names = words(lang).steps;
    const { file, standing, words: told, openings, disclosures } = await this.status.look(input.receipt);
    const { next, steps, dates } = standing;
    return {
      number: file.number,
      status: file.status,
      message: tell(lang, standing.told, { reviewDays: this.reviewDays }),
      steps: steps.map((step) => ({ ...step, name: names[step.no - 1] ?? '' })),
      next: next && { ...next, name: names[next.step - 1] ?? '' },
      dates: dates.map((one) => ({ name: whyWords(lang).of[one.of], by: one.by, why: tellWhy(lang, one) })),
      words: told,
      identityOpened: openings,
      disclosures,
    };
  }

  @Public()
  @Post('api/v1/claims')
  claim(@Body() input: ClaimInput): Promise<HandedReceipt> {
    return this.claims.claim(input.claimCode);
  }

  private get reviewDays(): number {
    return this.province.profile.review.days;
  }
}
