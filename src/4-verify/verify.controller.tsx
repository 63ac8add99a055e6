import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Finding } from '../cases/codes';
import type { Status } from '../cases/moves.rules';
import { words } from '../layout/words/words';
import { Forbidden } from '../platform/errors';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { numberIn } from '../cases/number-in';
import { VerificationOrders } from './verification-orders';
import type { Filled } from './verification-page';
import { VerificationPage } from './verification-page';
import { VerificationSheets } from './verification-sheet';
import { FindingInput, VerificationInput, VisitInput } from './verify.inputs';
import { VerifyService } from './verify.service';
import { VisitPage } from './visit-page';
import { verifyWords } from './words';

interface VerificationTaken {
  readonly number: string;
  readonly status: Status;
  readonly order?: string;
  readonly finding?: Finding;
}

interface Posted {
  readonly looker: Looker;
  readonly number: string;
  readonly values: FormValues;
  readonly request: Request;
  readonly response: Response;
}

/** Step 4. */
@Controller()
export class VerifyController {
  constructor(
    private readonly orders: VerificationOrders,
    private readonly verify: VerifyService,
    private readonly sheets: VerificationSheets,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  /** Orders the verification, or with `finding` records what it came to. */
  @May('case.verify.order', 'case.verify')
  @Post('api/v1/cases/:number/verification')
  async take(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: VerificationInput,
  ): Promise<VerificationTaken> {
    const { finding, text = '', mode, reason = '', cover, investigator } = input;
    if (finding) {
      if (!may(looker, 'case.verify')) throw new Forbidden();
      await this.verify.find(looker, number, { finding, text });
      return { number, status: 'verified', finding };
    }
    if (!may(looker, 'case.verify.order') || !mode) throw new Forbidden();
    const { id } = await this.orders.give(looker, number, { mode, reason, cover, investigator });
    return { number, status: 'verifying', order: id };
  }

  @May('case.verify')
  @Post('api/v1/cases/:number/verification/records')
  async visit(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: VisitInput,
  ): Promise<{ number: string; status: Status; record: string }> {
    const { id } = await this.verify.visit(looker, number, input);
    return { number, status: 'verifying', record: id };
  }

  @May('case.verify.order', 'case.verify')
  @Get('cases/:number/verification')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
  ): Promise<string> {
    return this.draw(looker, number, pageLanguage(request), { values: {} });
  }

  @May('case.verify.order')
  @Post('cases/:number/verification')
  submitOrder(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.submit(VerificationInput, { looker, number, values, request, response });
  }

  @May('case.verify')
  @Post('cases/:number/verification/finding')
  submitFinding(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.submit(FindingInput, { looker, number, values, request, response });
  }

  @May('case.verify')
  @Get('cases/:number/verification/records')
  @Header('Content-Type', 'text/html; charset=utf-8')
  visitPage(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
  ): Promise<string> {
    return this.drawVisit(looker, number, pageLanguage(request), { values: {} });
  }

  @May('case.verify')
  @Post('cases/:number/verification/records')
  async submitVisit(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(VisitInput, values, lang, (input) => this.visit(looker, number, input));
    if ('done' in outcome) return response.redirect(303, `/cases/${number}/verification`);
    const html = await this.drawVisit(looker, number, lang, { values, trouble: outcome.trouble });
    response.status(outcome.trouble.status).type('html').send(html);
  }

  private async submit(shape: new () => VerificationInput, posted: Posted): Promise<void> {
    const { looker, number, values, request, response } = posted;
    const lang = pageLanguage(request);
    const outcome = await tryForm(shape, values, lang, (input) => this.take(looker, number, input));
    if ('done' in outcome) return response.redirect(303, `/cases/${number}`);
    const html = await this.draw(looker, number, lang, { values, trouble: outcome.trouble });
    response.status(outcome.trouble.status).type('html').send(html);
  }

  private async draw(looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const sheet = await this.sheets.of(looker, number);
    return this.pages.render(looker, lang, {
      title: verifyWords(lang).title,
      path: `/cases/${number}/verification`,
      lead: `${numberIn(lang, this.province, number)} · ${words(lang).staff.statuses[sheet.status]}`,
      children: <VerificationPage lang={lang} sheet={sheet} filled={filled} />,
    });
  }

  private async drawVisit(looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const sheet = await this.sheets.of(looker, number);
    return this.pages.render(looker, lang, {
      title: verifyWords(lang).visitTitle,
      path: `/cases/${number}/verification/records`,
      lead: `${numberIn(lang, this.province, number)} · ${words(lang).staff.statuses[sheet.status]}`,
      children: <VisitPage lang={lang} number={sheet.number} filled={filled} />,
    });
  }
}
