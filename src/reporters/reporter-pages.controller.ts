import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../access/may';
import { Province } from '../agencies/agencies';
import { words } from '../layout/words/words';
import { Settings } from '../platform/config/settings';
import type { FieldError } from '../platform/errors';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import { pageLanguage } from '../platform/http/language';
import { Limited } from '../platform/http/limits';
import { Claims } from './claims';
import { ClaimInput, ReceiptInput } from './code-input';
import { CodeUnknown } from './errors';
import { lostPage } from './lost-page';
import { REPORT_PATH } from './my-report-forms';
import { ReporterDoor } from './reporter-door';
import { Slips } from './slips';
import { claimPage, trackPage } from './track-page';

/** Where codes are typed in: a receipt opens her own page, a claim code gives a receipt. No account and no script. */
@Controller()
@Limited('public')
export class ReporterPagesController {
  constructor(
    private readonly door: ReporterDoor,
    private readonly claims: Claims,
    private readonly slips: Slips,
    private readonly province: Province,
    private readonly settings: Settings,
  ) {}

  @Public()
  @Get('status')
  @Header('Content-Type', 'text/html; charset=utf-8')
  trackForm(@Req() request: Request): string {
    return trackPage({ frame: this.frame(request), errors: [] });
  }

  @Public()
  @Post('status')
  async track(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    const frame = this.frame(request);
    await this.orAgain(
      request,
      response,
      'receipt',
      (errors) => trackPage({ frame, errors }),
      async () => {
        const outcome = await tryForm(ReceiptInput, values, frame.lang, ({ receipt }) =>
          this.door.open(receipt, request, response),
        );
        return 'trouble' in outcome ? outcome : { next: REPORT_PATH };
      },
    );
  }

  @Public()
  @Get('claims')
  @Header('Content-Type', 'text/html; charset=utf-8')
  claimForm(@Req() request: Request): string {
    return claimPage({ frame: this.frame(request), errors: [] });
  }

  @Public()
  @Post('claims')
  async open(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    const frame = this.frame(request);
    await this.orAgain(
      request,
      response,
      'claimCode',
      (errors) => claimPage({ frame, errors }),
      async () => {
        const outcome = await tryForm(ClaimInput, values, frame.lang, (input) => this.claims.claim(input.claimCode));
        return 'trouble' in outcome ? outcome : { html: await this.slips.handOut(frame, outcome.done), status: 201 };
      },
    );
  }

  @Public()
  @Get('status/lost')
  @Header('Content-Type', 'text/html; charset=utf-8')
  lost(@Req() request: Request): string {
    return lostPage(this.frame(request));
  }

  /** Shows the form again with what went wrong; the code itself is never sent back. */
  private async orAgain(
    request: Request,
    response: Response,
    field: string,
    again: (errors: readonly FieldError[]) => string,
    act: () => Promise<Opened>,
  ): Promise<void> {
    response.type('html');
    try {
      const done = await act();
      if ('next' in done) return response.redirect(303, done.next);
      if ('html' in done) return void response.status(done.status).send(done.html);
      const { status, fields, message } = done.trouble;
      response.status(status).send(again(fields.length > 0 ? fields : [{ field, message }]));
    } catch (error) {
      if (!(error instanceof CodeUnknown)) throw error;
      const message = words(pageLanguage(request)).told.unknownCode();
      response.status(404).send(again([{ field, message }]));
    }
  }

  private frame(request: Request) {
    return { lang: pageLanguage(request), province: this.province, trialMode: this.settings.trialMode };
  }
}

/** A page to show, a page to go to, or what is to be mended. */
type Opened =
  { readonly html: string; readonly status: number } | { readonly next: string } | { readonly trouble: FormTrouble };
