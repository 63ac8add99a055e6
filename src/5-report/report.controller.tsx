import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Status } from '../cases/moves.rules';
import { words } from '../layout/words/words';
import type { FormOutcome, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { numberIn } from '../cases/number-in';
import type { Filled } from './report-page';
import { ReportPage } from './report-page';
import { ReportSheets } from './report-sheet';
import { ReportInput, ReportOrderInput } from './report.inputs';
import { ReportService } from './report.service';
import { reportWords } from './words';

interface Moved {
  readonly number: string;
  readonly status: Status;
}

interface Posted {
  readonly looker: Looker;
  readonly number: string;
  readonly values: FormValues;
  readonly lang: Lang;
  readonly response: Response;
}

/** Step 5. */
@Controller()
export class ReportController {
  constructor(
    private readonly service: ReportService,
    private readonly sheets: ReportSheets,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('case.report')
  @Post('api/v1/cases/:number/report')
  async report(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: ReportInput,
  ): Promise<Moved & { report: string; version: number }> {
    const { id, version } = await this.service.report(looker, number, input);
    return { number, status: 'reported', report: id, version };
  }

  @May('case.order')
  @Post('api/v1/cases/:number/report/order')
  async order(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: ReportOrderInput,
  ): Promise<Moved & { order: string }> {
    const { order, file } = await this.service.order(looker, number, input);
    return { number, status: file.status, order: order.id };
  }

  @May('case.report', 'case.order')
  @Get('cases/:number/report')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
  ): Promise<string> {
    return this.draw(looker, number, pageLanguage(request), { values: {} });
  }

  @May('case.report')
  @Post('cases/:number/report')
  async submitReport(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(ReportInput, values, lang, (input) => this.report(looker, number, input));
    await this.answer(outcome, { looker, number, values, lang, response });
  }

  @May('case.order')
  @Post('cases/:number/report/order')
  async submitOrder(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(ReportOrderInput, values, lang, (input) => this.order(looker, number, input));
    await this.answer(outcome, { looker, number, values, lang, response });
  }

  private async answer(outcome: FormOutcome<Moved>, { looker, number, values, lang, response }: Posted): Promise<void> {
    if ('done' in outcome) return response.redirect(303, `/cases/${number}`);
    const { trouble } = outcome;
    response
      .status(trouble.status)
      .type('html')
      .send(await this.draw(looker, number, lang, { values, trouble }));
  }

  private async draw(looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const sheet = await this.sheets.of(looker, number);
    return this.pages.render(looker, lang, {
      title: reportWords(lang).title,
      path: `/cases/${number}/report`,
      lead: `${numberIn(lang, this.province, number)} · ${words(lang).staff.statuses[sheet.status]}`,
      children: <ReportPage lang={lang} sheet={sheet} filled={filled} />,
    });
  }
}
