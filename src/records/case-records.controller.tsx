import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { officeLanguage } from '../access/door-frame';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { CaseMoved } from '../cases/cases.controller';
import { moved } from '../cases/cases.controller';
import { numberIn } from '../cases/number-in';
import { words } from '../layout/words/words';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { CaseRecords } from './case-records';
import { CaseRecordsDesk } from './case-records';
import type { RecordsAct, SentRecords } from './case-records-page';
import { CaseRecordsPage } from './case-records-page';
import { Disposals } from './disposals';
import { Holds } from './holds';
import { DisposalInput, HoldInput } from './records.inputs';
import { recordsWords } from './words';

interface Posted {
  readonly looker: Looker;
  readonly number: string;
  readonly values: FormValues;
  readonly request: Request;
  readonly response: Response;
}

/** How long one case is kept: held back, or disposed of by two persons. */
@Controller()
export class CaseRecordsController {
  constructor(
    private readonly desk: CaseRecordsDesk,
    private readonly holds: Holds,
    private readonly disposals: Disposals,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('records.hold', 'records.dispose.propose', 'records.dispose.grant')
  @Get('api/v1/cases/:number/records')
  see(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string): Promise<CaseRecords> {
    return this.desk.of(looker, number);
  }

  @May('records.hold')
  @Post('api/v1/cases/:number/holds')
  async hold(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { kind, reason }: HoldInput,
  ): Promise<CaseMoved> {
    return moved(await this.holds.place(looker, number, kind, reason));
  }

  @May('records.hold')
  @Post('api/v1/cases/:number/hold-liftings')
  async lift(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { kind, reason }: HoldInput,
  ): Promise<CaseMoved> {
    return moved(await this.holds.lift(looker, number, kind, reason));
  }

  @May('records.dispose.propose')
  @Post('api/v1/cases/:number/disposal')
  async dispose(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { reason }: DisposalInput,
  ): Promise<CaseMoved> {
    return moved(await this.disposals.propose(looker, number, reason));
  }

  @May('records.hold', 'records.dispose.propose', 'records.dispose.grant')
  @Get('cases/:number/records')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request) {
    return this.drawn(looker, officeLanguage(request), number, null);
  }

  @May('records.hold')
  @Post('cases/:number/holds')
  submitHold(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = ({ kind, reason }: HoldInput) => this.holds.place(looker, number, kind, reason);
    return this.submit('holds', HoldInput, act, { looker, number, values, request, response });
  }

  @May('records.hold')
  @Post('cases/:number/hold-liftings')
  submitLift(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = ({ kind, reason }: HoldInput) => this.holds.lift(looker, number, kind, reason);
    return this.submit('hold-liftings', HoldInput, act, { looker, number, values, request, response });
  }

  @May('records.dispose.propose')
  @Post('cases/:number/disposal')
  submitDisposal(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = ({ reason }: DisposalInput) => this.disposals.propose(looker, number, reason);
    return this.submit('disposal', DisposalInput, act, { looker, number, values, request, response });
  }

  private async submit<Shape extends object>(
    act: RecordsAct,
    shape: new () => Shape,
    does: (input: Shape) => Promise<unknown>,
    { looker, number, values, request, response }: Posted,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const outcome = await tryForm(shape, values, lang, does);
    if ('done' in outcome) return response.redirect(303, `/cases/${number}/records`);
    const { trouble } = outcome;
    const html = await this.drawn(looker, lang, number, { act, values, trouble });
    response.status(trouble.status).type('html').send(html);
  }

  private async drawn(looker: Looker, lang: Lang, number: string, sent: SentRecords | null): Promise<string> {
    const records = await this.desk.of(looker, number);
    return this.pages.render(looker, lang, {
      title: recordsWords(lang).file.title,
      path: `/cases/${number}/records`,
      lead: `${numberIn(lang, this.province, number)} · ${words(lang).staff.statuses[records.status]}`,
      children: <CaseRecordsPage records={records} sent={sent} />,
    });
  }
}
