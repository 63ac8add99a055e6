import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { FieldError } from '../platform/errors';
import { Limited } from '../platform/http/limits';
import { ACCOUNT_PATHS } from './account-paths';
import { accountWords } from './account-words';
import { officeLanguage } from './door-frame';
import type { Sent } from './forms';
import { mendable, statusOf, textOf } from './forms';
import type { Looker } from './looker';
import { EvenLocked, SignedIn, Who } from './may';
import { FactorPage, OfferForm, RecoveryCodes } from './second-factor.page';
import type { ShownOffer } from './second-factors';
import { SecondFactors } from './second-factors';
import { StaffPages } from './staff-page';

const PATH = ACCOUNT_PATHS.secondFactor;

/** An officer's own telephone and recovery codes. */
@Controller('account/second-factor')
@EvenLocked()
@Limited('signIn')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly pages: StaffPages,
  ) {}

  @SignedIn()
  @Get()
  factor(@Req() request: Request, @Who() looker: Looker): string {
    const isEnrolled = looker.account?.hasSecondFactor === true;
    if (!isEnrolled || request.query.replace === 'yes') {
      return this.offerPage(request, looker, this.factors.offer(looker), []);
    }
    const children = <FactorPage recoveryCodesLeft={looker.account?.recoveryCodesLeft ?? 0} />;
    const { title, lead } = accountWords(officeLanguage(request)).factor;
    return this.pages.render(looker, officeLanguage(request), { title, lead, path: PATH, children });
  }

  @SignedIn()
  @Post()
  async enrol(
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    const sealed = textOf(sent, 'offer');
    try {
      const codes = await this.factors.enrol(looker, sealed, textOf(sent, 'code'));
      response.status(201).send(this.codesPage(request, looker, codes));
    } catch (error) {
      const errors = mendable(error, 'code', officeLanguage(request)).map(({ message }) => ({
        field: 'code',
        message,
      }));
      const offer = this.factors.again(looker, sealed) ?? this.factors.offer(looker);
      response.status(statusOf(error)).send(this.offerPage(request, looker, offer, errors));
    }
  }

  @SignedIn()
  @Post('recovery-codes')
  async renew(@Req() request: Request, @Res() response: Response, @Who() looker: Looker): Promise<void> {
    const codes = await this.factors.renewRecovery(looker);
    response.status(201).send(this.codesPage(request, looker, codes));
  }

  private offerPage(request: Request, looker: Looker, offer: ShownOffer, errors: readonly FieldError[]): string {
    const lang = officeLanguage(request);
    const { title, lead } = accountWords(lang).factor;
    const children = <OfferForm offer={offer} errors={errors} />;
    return this.pages.render(looker, lang, { title, lead, path: PATH, children });
  }

  /** Nothing is locked any more once they stand there. */
  private codesPage(request: Request, looker: Looker, codes: readonly string[]): string {
    const lang = officeLanguage(request);
    const { codesTitle: title, codesLead: lead } = accountWords(lang).factor;
    return this.pages.render(looker, lang, { title, lead, path: PATH, children: <RecoveryCodes codes={codes} /> });
  }
}
