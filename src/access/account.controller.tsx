import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { FieldError } from '../platform/errors';
import { SignInNeeded } from '../platform/errors';
import { Settings } from '../platform/config/settings';
import { Limited, addressOf } from '../platform/http/limits';
import { ACCOUNT_PATHS } from './account-paths';
import { accountWords } from './account-words';
import { AccountPage } from './account.page';
import { officeLanguage } from './door-frame';
import type { Sent } from './forms';
import { mendable, statusOf, typedOf } from './forms';
import type { Looker } from './looker';
import { EvenLocked, SignedIn, Who } from './may';
import { OwnPassphrase } from './own-passphrase';
import { OwnPassphraseForm } from './own-passphrase.page';
import { setSessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { StaffPages } from './staff-page';

const { account: ACCOUNT, passphrase: PASSPHRASE } = ACCOUNT_PATHS;

/** Every officer's own pages: her passphrase and where she is signed in. */
@Controller('account')
@EvenLocked()
@Limited('signIn')
export class AccountController {
  constructor(
    private readonly passphrases: OwnPassphrase,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
    private readonly pages: StaffPages,
  ) {}

  @SignedIn()
  @Get()
  async account(@Req() request: Request, @Who() looker: Looker): Promise<string> {
    const { account } = looker;
    if (!account) throw new SignInNeeded();
    const lang = officeLanguage(request);
    const { account: w, email } = accountWords(lang);
    const { done } = request.query;
    const text =
      done === 'passphrase' ? w.changed : done === 'sessions' ? w.ended : done === 'email' ? email.saved : null;
    const children = <AccountPage looker={looker} account={account} sessions={await this.sessions.listOf(looker)} />;
    return this.pages.render(looker, lang, { title: w.title, path: ACCOUNT, flash: text ? { text } : null, children });
  }

  @SignedIn()
  @Get('passphrase')
  form(@Req() request: Request, @Who() looker: Looker): string {
    return this.passphrasePage(request, looker, []);
  }

  @SignedIn()
  @Post('passphrase')
  async choose(
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    const [current, password] = [typedOf(sent, 'current'), typedOf(sent, 'password')];
    const typed = { current, password, address: addressOf(request) };
    try {
      setSessionCookie(response, this.settings, await this.passphrases.choose(looker, typed));
      response.redirect(303, `${ACCOUNT}?done=passphrase`);
    } catch (error) {
      const errors = mendable(error, 'current', officeLanguage(request));
      response.status(statusOf(error)).send(this.passphrasePage(request, looker, errors));
    }
  }

  @SignedIn()
  @Post('sessions/ending')
  async endOthers(@Res() response: Response, @Who() looker: Looker): Promise<void> {
    await this.sessions.endOthers(looker);
    response.redirect(303, `${ACCOUNT}?done=sessions`);
  }

  private passphrasePage(request: Request, looker: Looker, errors: readonly FieldError[]): string {
    const lang = officeLanguage(request);
    const w = accountWords(lang).passphrase;
    const isOwn = looker.account?.passphraseIsOwn === true;
    const [title, lead] = isOwn ? [w.change, w.lead] : [w.choose, w.chooseLead];
    const children = <OwnPassphraseForm errors={errors} />;
    return this.pages.render(looker, lang, { title, lead, path: PASSPHRASE, children });
  }
}
