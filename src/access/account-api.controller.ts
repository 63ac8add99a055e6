import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Settings } from '../platform/config/settings';
import { Limited, addressOf } from '../platform/http/limits';
import { edgeValidation } from '../platform/http/validation';
import { ConfirmationBody, EnrolmentBody, OwnPassphraseBody } from './bodies';
import type { Looker } from './looker';
import { EvenLocked, SignedIn, Who } from './may';
import { OwnPassphrase } from './own-passphrase';
import { SecondFactors } from './second-factors';
import { setSessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';

/** An officer's own account, for programs. */
@Controller('api/v1')
@EvenLocked()
@Limited('signIn')
export class AccountApiController {
  constructor(
    private readonly signIn: SignIn,
    private readonly passphrases: OwnPassphrase,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  @SignedIn()
  @Get('account')
  async account(@Who() looker: Looker): Promise<object> {
    const { passphraseIsOwn = false, hasSecondFactor = false, recoveryCodesLeft = 0 } = looker.account ?? {};
    const sessions = await this.sessions.listOf(looker);
    return { passphraseIsOwn, hasSecondFactor, recoveryCodesLeft, lock: looker.lock ?? null, sessions };
  }

  @SignedIn()
  @Post('account/passphrase')
  @HttpCode(204)
  async choose(
    @Body(edgeValidation) { current, password }: OwnPassphraseBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    const cookie = await this.passphrases.choose(looker, { current, password, address: addressOf(request) });
    setSessionCookie(response, this.settings, cookie);
  }

  @SignedIn()
  @Post('account/second-factor/offers')
  offer(@Who() looker: Looker): object {
    const { secret, uri, sealed } = this.factors.offer(looker);
    return { secret, uri, offer: sealed };
  }

  @SignedIn()
  @Post('account/second-factor')
  async enrol(@Body(edgeValidation) { offer, code }: EnrolmentBody, @Who() looker: Looker): Promise<object> {
    return { recoveryCodes: await this.factors.enrol(looker, offer, code) };
  }

  @SignedIn()
  @Post('account/second-factor/recovery-codes')
  async renew(@Who() looker: Looker): Promise<object> {
    return { recoveryCodes: await this.factors.renewRecovery(looker) };
  }

  /** All sessions but this one. */
  @SignedIn()
  @Delete('account/sessions')
  @HttpCode(204)
  async endOthers(@Who() looker: Looker): Promise<void> {
    await this.sessions.endOthers(looker);
  }

  @SignedIn()
  @Post('session/confirmation')
  async confirm(
    @Body(edgeValidation) { password, otp = '' }: ConfirmationBody,
    @Req() request: Request,
    @Who() looker: Looker,
  ): Promise<object> {
    const shown = { passphrase: password, code: otp, address: addressOf(request) };
    return { freshUntil: await this.signIn.confirm(looker, shown) };
  }
}
