import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { FormValues } from '../platform/http/form';
import { tryForm, typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { Calendars } from './calendars';
import type { OpenForm } from './clocks-form';
import { ClocksPage } from './clocks-page';
import { ClocksView } from './clocks-view';
import { clocksPath } from './clocks.controller';
import { ExtensionInput, PauseInput } from './clocks.inputs';
import { Deadlines } from './deadlines.service';
import { Extensions } from './extensions.service';
import { deadlineWords } from './words';

interface Posted {
  readonly looker: Looker;
  readonly number: string;
  readonly values: FormValues;
  readonly request: Request;
  readonly response: Response;
}

/** "Why this date": the page of a case's clocks, with one form open at a time. */
@Controller()
export class ClocksPageController {
  constructor(
    private readonly view: ClocksView,
    private readonly deadlines: Deadlines,
    private readonly extensions: Extensions,
    private readonly calendars: Calendars,
    private readonly pages: StaffPages,
  ) {}

  @May('case.read')
  @Get('cases/:number/deadlines')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Query() { extend, pause }: { readonly extend?: string; readonly pause?: string },
    @Req() request: Request,
  ): Promise<string> {
    const id = extend ?? pause;
    const form: OpenForm | null = id ? { kind: extend ? 'extend' : 'pause', id, values: {} } : null;
    return this.draw(looker, number, pageLanguage(request), form);
  }

  @May('case.pause')
  @Post('cases/:number/pauses')
  submitPause(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = (input: PauseInput) => this.deadlines.pause(looker, number, input);
    return this.submit('pause', PauseInput, { looker, number, values, request, response }, act);
  }

  @May('case.extend.ask')
  @Post('cases/:number/extensions')
  submitExtension(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = (input: ExtensionInput) => this.extensions.ask(looker, number, input);
    return this.submit('extend', ExtensionInput, { looker, number, values, request, response }, act);
  }

  private async submit<T extends object>(
    kind: OpenForm['kind'],
    shape: new () => T,
    { looker, number, values, request, response }: Posted,
    act: (input: T) => Promise<unknown>,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(shape, values, lang, act);
    if ('done' in outcome) return response.redirect(303, clocksPath({ number }));
    const { trouble } = outcome;
    const html = await this.draw(looker, number, lang, { kind, id: typed(values, 'deadline'), values, trouble });
    response.status(trouble.status).type('html').send(html);
  }

  private async draw(looker: Looker, number: string, lang: Lang, form: OpenForm | null): Promise<string> {
    const seen = await this.view.of(looker, number);
    const { title, lead } = deadlineWords(lang);
    const agencyName = (code: string | null) => this.view.nameOf(code, lang);
    return this.pages.render(looker, lang, {
      title,
      lead: `${this.view.numberIn(lang, seen.number)} · ${lead}`,
      path: clocksPath(seen),
      children: <ClocksPage {...{ lang, seen, agencyName, form }} calendar={this.calendars.inForce} />,
    });
  }
}
