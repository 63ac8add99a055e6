import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Settings } from '../platform/config/settings';
import { Limited, addressOf } from '../platform/http/limits';
import { ACCOUNT_PATHS, localPath } from './account-paths';
import { accountWords } from './account-words';
import type { ConfirmationFormProps } from './confirmation.page';
import { ConfirmationForm } from './confirmation.page';
import { officeLanguage } from './door-frame';
import type { Sent } from './forms';
import { mendable, statusOf, textOf, typedOf } from './forms';
import type { Looker } from './looker';
import { EvenLocked, SignedIn, Who } from './may';
import { SignIn } from './sign-in';
import { StaffPages } from './staff-page';

/** Passphrase and code once more, before what matters most; then back to where she was. */
@Controller('account/confirmation')
@EvenLocked()
@Limited('signIn')
export class ConfirmationController {
  constructor(
    private readonly signIn: SignIn,
    private readonly settings: Settings,
    private readonly pages: StaffPages,
  ) {}

  @SignedIn()
  @Get()
  form(@Query('to') to: unknown, @Req() request: Request, @Who() looker: Looker): string {
    return this.page(request, looker, { to: localPath(to), errors: [] });
  }

  @SignedIn()
  @Post()
  async confirm(
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    const to = localPath(textOf(sent, 'to'));
    const [passphrase, code] = [typedOf(sent, 'password'), typedOf(sent, 'otp')];
    try {
      await this.signIn.confirm(looker, { passphrase, code, address: addressOf(request) });
      response.redirect(303, to);
    } catch (error) {
      const errors = mendable(error, 'password', officeLanguage(request));
      response.status(statusOf(error)).send(this.page(request, looker, { to, errors }));
    }
  }

  private page(request: Request, looker: Looker, props: Omit<ConfirmationFormProps, 'asksCode'>): string {
    const lang = officeLanguage(request);
    const { title, lead } = accountWords(lang).confirmation;
    const asksCode = this.settings.twoFactor && looker.account?.hasSecondFactor === true;
    const children = <ConfirmationForm {...props} asksCode={asksCode} />;
    return this.pages.render(looker, lang, { title, lead, path: ACCOUNT_PATHS.confirmation, children });
  }
}
