import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Limited, addressOf } from '../platform/http/limits';
import type { Request, Response } from 'express';
import { STAFF_PATHS } from '../layout/nav';
import { Settings } from '../platform/config/settings';
import { ACCOUNT_PATHS } from './account-paths';
import { DoorFrame, officeLanguage } from './door-frame';
import type { Sent } from './forms';
import { mendable, statusOf, typedOf } from './forms';
import type { Looker } from './looker';
import { EvenLocked, Public, WhoIfAny } from './may';
import { Organisation } from './organisation';
import { clearSessionCookie, setSessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import type { SignInFormProps } from './sign-in.page';
import { SignInForm } from './sign-in.page';
import { accessWords } from './words';

/** The same door for people, without script. */
@Controller()
@Limited('signIn')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
    private readonly frame: DoorFrame,
    private readonly organisation: Organisation,
  ) {}

  @Public()
  @Get('sign-in')
  form(@Req() request: Request, @Res() response: Response, @WhoIfAny() looker: Looker | null): void {
    if (looker) response.redirect(303, STAFF_PATHS.mine);
    else response.send(this.page(request, {}));
  }

  @Public()
  @Post('sign-in')
  @EvenLocked()
  async enter(
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @WhoIfAny() before: Looker | null,
  ): Promise<void> {
    const username = typedOf(sent, 'username');
    const [passphrase, code] = [typedOf(sent, 'password'), typedOf(sent, 'otp')];
    try {
      const { cookie, officer } = await this.signIn.signIn(
        username,
        { passphrase, code, address: addressOf(request) },
        before,
        this.organisation.vouchedFor(request),
      );
      this.organisation.forget(response);
      setSessionCookie(response, this.settings, cookie);
      response.redirect(303, officer.passphraseFrom === 'officer' ? ACCOUNT_PATHS.passphrase : STAFF_PATHS.mine);
    } catch (error) {
      const errors = mendable(error, 'username', officeLanguage(request));
      response.status(statusOf(error)).send(this.page(request, { username, errors }));
    }
  }

  /** Public, so that whose session is over already comes out as well. */
  @Public()
  @EvenLocked()
  @Post('sign-out')
  async leave(@Res() response: Response, @WhoIfAny() looker: Looker | null): Promise<void> {
    if (looker) await this.sessions.end(looker);
    clearSessionCookie(response, this.settings);
    this.organisation.forget(response);
    response.redirect(303, '/sign-in');
  }

  private page(request: Request, props: SignInFormProps): string {
    const { title, lead } = accessWords(officeLanguage(request)).signIn;
    const organisation = this.organisation.isAsked ? { vouched: this.organisation.vouchedFor(request) } : null;
    return this.frame.render(request, { title, lead, children: <SignInForm {...props} organisation={organisation} /> });
  }
}
