import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Settings } from '../platform/config/settings';
import type { FieldError } from '../platform/errors';
import { edgeValidation } from '../platform/http/validation';
import { ACCOUNT_PATHS } from './account-paths';
import { accountWords } from './account-words';
import { OwnAddressBody } from './bodies';
import { officeLanguage } from './door-frame';
import type { Sent } from './forms';
import { mendable, statusOf, typedOf } from './forms';
import type { Looker } from './looker';
import { SignedIn, Who } from './may';
import type { Postbox } from './own-address';
import { OwnAddress } from './own-address';
import { OwnAddressForm } from './own-address.page';
import { StaffPages } from './staff-page';

/** An officer's own address for notices: its page, and the same for programs. */
@Controller()
export class OwnAddressController {
  constructor(
    private readonly address: OwnAddress,
    private readonly settings: Settings,
    private readonly pages: StaffPages,
  ) {}

  @SignedIn()
  @Get('account/email')
  async form(@Req() request: Request, @Who() looker: Looker): Promise<string> {
    return this.page(request, looker, await this.address.of(looker), []);
  }

  @SignedIn()
  @Post('account/email')
  async choose(
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    const email = typedOf(sent, 'email');
    try {
      await this.address.choose(looker, email);
      response.redirect(303, `${ACCOUNT_PATHS.account}?done=email`);
    } catch (error) {
      const errors = mendable(error, 'email', officeLanguage(request));
      response.status(statusOf(error)).send(this.page(request, looker, { email, own: true }, errors));
    }
  }

  @SignedIn()
  @Get('api/v1/account/email')
  see(@Who() looker: Looker): Promise<Postbox> {
    return this.address.of(looker);
  }

  @SignedIn()
  @Put('api/v1/account/email')
  @HttpCode(204)
  put(@Body(edgeValidation) { email }: OwnAddressBody, @Who() looker: Looker): Promise<void> {
    return this.address.choose(looker, email ?? '');
  }

  private page(request: Request, looker: Looker, postbox: Postbox, errors: readonly FieldError[]): string {
    const lang = officeLanguage(request);
    const { title, lead } = accountWords(lang).email;
    const isOn = this.settings.mail !== null;
    const children = <OwnAddressForm postbox={postbox} isOn={isOn} errors={errors} />;
    return this.pages.render(looker, lang, { title, lead, path: ACCOUNT_PATHS.email, children });
  }
}
