import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Limited, addressOf } from '../platform/http/limits';
import type { Request, Response } from 'express';
import { Settings } from '../platform/config/settings';
import { edgeValidation } from '../platform/http/validation';
import { SignInBody } from './bodies';
import type { Looker } from './looker';
import { EvenLocked, Public, SignedIn, Who, WhoIfAny } from './may';
import { Organisation } from './organisation';
import { clearSessionCookie, setSessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';

/** Signing in and out for programs (PROCESS §4). */
@Controller('api/v1/sessions')
@EvenLocked()
@Limited('signIn')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
    private readonly organisation: Organisation,
  ) {}

  @Public()
  @Post()
  async begin(
    @Body(edgeValidation) { username, password, otp = '' }: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @WhoIfAny() before: Looker | null,
  ): Promise<object> {
    const typed = { passphrase: password, code: otp, address: addressOf(request) };
    const vouched = this.organisation.vouchedFor(request);
    const { cookie, officer } = await this.signIn.signIn(username, typed, before, vouched);
    setSessionCookie(response, this.settings, cookie);
    return { officer: shown(officer) };
  }

  @SignedIn()
  @Get('current')
  current(@Who() looker: Looker): object {
    return { officer: shown(looker) };
  }

  @SignedIn()
  @Delete('current')
  @HttpCode(204)
  async end(@Who() looker: Looker, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(looker);
    clearSessionCookie(response, this.settings);
  }
}

type Shown = Pick<Looker, 'username' | 'name' | 'roles' | 'agencyCode'>;

const shown = ({ username, name, roles, agencyCode }: Shown): Shown => ({ username, name, roles, agencyCode });
