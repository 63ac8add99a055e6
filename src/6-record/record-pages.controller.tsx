import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Status } from '../cases/moves.rules';
import { words } from '../layout/words/words';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import type { Filled } from './parts';
import { numberIn } from '../cases/number-in';
import { RecordPage } from './record-page';
import { RecordSheets } from './record-sheets';
import { RecordInput, ReopeningInput, WithdrawalInput } from './record.inputs';
import { RecordService } from './record.service';
import { ReopeningPage } from './reopening-page';
import { Reopening } from './reopening.service';
import { WithdrawalPage } from './withdrawal-page';
import { Withdrawals } from './withdrawal.service';
import { recordWords } from './words';

type PageName = 'record' | 'reopening' | 'withdrawal';

const HTML = 'text/html; charset=utf-8';

/** The pages of step 6; their forms do what the doors do. */
@Controller('cases/:number')
export class RecordPagesController {
  constructor(
    private readonly records: RecordService,
    private readonly reopenings: Reopening,
    private readonly withdrawals: Withdrawals,
    private readonly sheets: RecordSheets,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('case.record.propose', 'case.record.grant')
  @Get('record')
  @Header('Content-Type', HTML)
  record(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request) {
    return this.draw('record', looker, number, pageLanguage(request), { values: {} });
  }

  @May('case.reopen')
  @Get('reopening')
  @Header('Content-Type', HTML)
  reopening(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request) {
    return this.draw('reopening', looker, number, pageLanguage(request), { values: {} });
  }

  @May('case.withdraw')
  @Get('withdrawal')
  @Header('Content-Type', HTML)
  withdrawal(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request) {
    return this.draw('withdrawal', looker, number, pageLanguage(request), { values: {} });
  }

  @May('case.record.propose')
  @Post('record')
  submitRecord(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = (input: RecordInput) => this.records.propose(looker, number, input);
    return this.submit('record', RecordInput, act, { looker, number, values, request, response });
  }

  @May('case.reopen')
  @Post('reopening')
  submitReopening(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = (input: ReopeningInput) => this.reopenings.propose(looker, number, input.reason);
    return this.submit('reopening', ReopeningInput, act, { looker, number, values, request, response });
  }

  @May('case.withdraw')
  @Post('withdrawal')
  submitWithdrawal(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = (input: WithdrawalInput) => this.withdrawals.take(looker, number, input);
    return this.submit('withdrawal', WithdrawalInput, act, { looker, number, values, request, response });
  }

  private async submit<Shape extends object>(
    page: PageName,
    shape: new () => Shape,
    act: (input: Shape) => Promise<unknown>,
    { looker, number, values, request, response }: Posted,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(shape, values, lang, act);
    if ('done' in outcome) return response.redirect(303, `/cases/${number}`);
    const { trouble } = outcome;
    const html = await this.draw(page, looker, number, lang, { values, trouble });
    response.status(trouble.status).type('html').send(html);
  }

  private async draw(page: PageName, looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const { status, content } = await this.content(page, looker, number, lang, filled);
    return this.pages.render(looker, lang, {
      title: recordWords(lang)[page].title,
      path: `/cases/${number}/${page}`,
      lead: `${numberIn(lang, this.province, number)} · ${words(lang).staff.statuses[status]}`,
      children: content,
    });
  }

  private async content(
    page: PageName,
    looker: Looker,
    number: string,
    lang: Lang,
    filled: Filled,
  ): Promise<{ readonly status: Status; readonly content: VNode }> {
    if (page === 'record') {
      const sheet = await this.sheets.record(looker, number);
      return { status: sheet.status, content: <RecordPage lang={lang} sheet={sheet} filled={filled} /> };
    }
    if (page === 'reopening') {
      const sheet = await this.sheets.reopening(looker, number);
      return { status: sheet.status, content: <ReopeningPage lang={lang} sheet={sheet} filled={filled} /> };
    }
    const sheet = await this.sheets.withdrawal(looker, number);
    return { status: sheet.status, content: <WithdrawalPage lang={lang} sheet={sheet} filled={filled} /> };
  }
}

interface Posted {
  readonly looker: Looker;
  readonly number: string;
  readonly values: FormValues;
  readonly request: Request;
  readonly response: Response;
}
