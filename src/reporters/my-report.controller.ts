import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../access/may';
import { Province } from '../agencies/agencies';
import { send } from '../evidence/copies.controller';
import { filesTold } from '../evidence/file-words';
import { PUBLIC_PATHS } from '../layout/nav';
import { Settings } from '../platform/config/settings';
import type { FormValues } from '../platform/http/form';
import { tryForm, typed } from '../platform/http/form';
import { pageLanguage } from '../platform/http/language';
import { Limited } from '../platform/http/limits';
import type { Upload } from '../platform/http/received-files';
import { Files, TakesFiles } from '../platform/http/received-files';
import { MyReport } from './my-report';
import type { ReportForm, ReportInput } from './my-report-forms';
import { REPORT_FORMS, REPORT_PATH, inputOf, troubleIn } from './my-report-forms';
import type { LetterInput } from './my-report-input';
import { myReportPage } from './my-report-page';
import { ReporterActs } from './reporter-acts';
import { ReporterDoor } from './reporter-door';
import { trackPage } from './track-page';
import { reportersWords } from './words';

/** The reporter's own page. The door is her session: without one every address here leads to the form for the code. */
@Controller('my-report')
@Limited('public')
export class MyReportController {
  constructor(
    private readonly door: ReporterDoor,
    private readonly report: MyReport,
    private readonly acts: ReporterActs,
    private readonly province: Province,
    private readonly settings: Settings,
  ) {}

  @Public()
  @Get()
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    const session = await this.door.within(request);
    if (!session) return response.redirect(303, PUBLIC_PATHS.track);
    const view = await this.report.see(session);
    response.type('html').send(myReportPage({ frame: this.frame(request), view, sent: null }));
  }

  @Public()
  @TakesFiles()
  @Post('messages')
  write(
    @Req() request: Request,
    @Body() values: FormValues,
    @Files() upload: Upload,
    @Res() response: Response,
  ): Promise<void> {
    return this.take('message', values, request, response, upload);
  }

  @Public()
  @Get('files/:no')
  async file(@Req() request: Request, @Param('no') no: string, @Res() response: Response): Promise<void> {
    const session = await this.door.within(request);
    if (!session) return response.redirect(303, PUBLIC_PATHS.track);
    send(response, await this.report.copy(session, no), 'attachment');
  }

  @Public()
  @Post('rating')
  rate(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    return this.take('rating', values, request, response);
  }

  @Public()
  @Post('review')
  review(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    return this.take('review', values, request, response);
  }

  @Public()
  @Post('withdrawal')
  withdraw(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    return this.take('withdrawal', values, request, response);
  }

  @Public()
  @Post('reprisal')
  reprisal(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    return this.take('reprisal', values, request, response);
  }

  @Public()
  @Post('safety')
  safety(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    return this.take('safety', values, request, response);
  }

  @Public()
  @Post('address')
  leaveAddress(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    return this.take('address', values, request, response);
  }

  @Public()
  @Post('address/removal')
  takeAddressBack(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    return this.take('addressRemoval', values, request, response);
  }

  @Public()
  @Post('sign-out')
  async leave(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.door.leave(request, response);
    response.redirect(303, PUBLIC_PATHS.track);
  }

  /** Done: back to the page. To be mended: the page with what was typed. Session over: the code again, nothing lost. */
  private async take(
    form: ReportForm,
    values: FormValues,
    request: Request,
    response: Response,
    upload: Upload | null = null,
  ): Promise<void> {
    const frame = this.frame(request);
    const session = await this.door.within(request);
    if (!session) return this.askAgain(form, values, request, response);
    const shape = REPORT_FORMS[form].shape as new () => ReportInput;
    const act = async (input: ReportInput): Promise<readonly string[]> => {
      if (upload) return this.acts.write(session, input as LetterInput, upload.files);
      await this.acts.do(form, session, input);
      return [];
    };
    const outcome = await tryForm(shape, inputOf(form, values), frame.lang, act);
    if ('done' in outcome) {
      if (outcome.done.length === 0) return response.redirect(303, REPORT_PATH);
      const notes = filesTold(frame.lang, 0, outcome.done);
      const view = await this.report.see(session);
      return void response.type('html').send(myReportPage({ frame, view, sent: null, notes }));
    }
    const { trouble } = outcome;
    const sent = { form, values, trouble: troubleIn(form, trouble) };
    const view = await this.report.see(session);
    response.status(trouble.status).type('html').send(myReportPage({ frame, view, sent }));
  }

  private askAgain(form: ReportForm, values: FormValues, request: Request, response: Response): void {
    const frame = this.frame(request);
    const errors = [{ field: 'receipt', message: reportersWords(frame.lang).session.over }];
    const unsent = Object.entries(REPORT_FORMS[form].fields).find(([, ours]) => ours === 'text')?.[0];
    const page = trackPage({ frame, errors, ...(unsent ? { unsent: typed(values, unsent) } : {}) });
    response.status(401).type('html').send(page);
  }

  private frame(request: Request) {
    return { lang: pageLanguage(request), province: this.province, trialMode: this.settings.trialMode };
  }
}
