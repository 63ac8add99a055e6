import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { officeLanguage } from '../access/door-frame';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { STAFF_PATHS } from '../layout/nav';
import { digits } from '../layout/words/format';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { BreachInput } from './breach.inputs';
import { breachWords } from './breach-words';
import type { BreachEntry, BreachSheet } from './breaches';
import { Breaches } from './breaches';
import type { SentBreach } from './breaches-page';
import { BreachPage, BreachesPage } from './breaches-page';

const HTML = 'text/html; charset=utf-8';

/** The register of personal-data breaches: kept by the desk head and the executive, read without its words by the auditor. */
@Controller()
export class BreachesController {
  constructor(
    private readonly breaches: Breaches,
    private readonly pages: StaffPages,
  ) {}

  @May('breaches.read')
  @Get('api/v1/records/breaches')
  async list(@Who() looker: Looker): Promise<{ readonly breaches: readonly BreachEntry[] }> {
    const { breaches } = await this.breaches.list(looker);
    return { breaches };
  }

  @May('breaches.keep')
  @Post('api/v1/records/breaches')
  enter(@Who() looker: Looker, @Body() input: BreachInput): Promise<BreachEntry> {
    return this.breaches.enter(looker, input);
  }

  @May('breaches.read')
  @Get('api/v1/records/breaches/:id')
  see(@Who() looker: Looker, @Param('id') id: string): Promise<BreachSheet> {
    return this.breaches.see(looker, id);
  }

  @May('breaches.keep')
  @Post('api/v1/records/breaches/:id/lines')
  correct(@Who() looker: Looker, @Param('id') id: string, @Body() input: BreachInput): Promise<BreachEntry> {
    return this.breaches.correct(looker, id, input);
  }

  @May('breaches.read')
  @Get('records/breaches')
  @Header('Content-Type', HTML)
  page(@Who() looker: Looker, @Req() request: Request): Promise<string> {
    return this.drawnList(looker, officeLanguage(request), null);
  }

  @May('breaches.read')
  @Get('records/breaches/:id')
  @Header('Content-Type', HTML)
  one(@Who() looker: Looker, @Param('id') id: string, @Req() request: Request): Promise<string> {
    return this.drawn(looker, officeLanguage(request), id, null);
  }

  @May('breaches.keep')
  @Post('records/breaches')
  async submit(
    @Who() looker: Looker,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const outcome = await tryForm(BreachInput, values, lang, (input) => this.breaches.enter(looker, input));
    if ('done' in outcome) return response.redirect(303, `${STAFF_PATHS.breaches}/${outcome.done.id}`);
    const { trouble } = outcome;
    response
      .status(trouble.status)
      .type('html')
      .send(await this.drawnList(looker, lang, { values, trouble }));
  }

  @May('breaches.keep')
  @Post('records/breaches/:id/lines')
  async submitLine(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const outcome = await tryForm(BreachInput, values, lang, (input) => this.breaches.correct(looker, id, input));
    if ('done' in outcome) return response.redirect(303, `${STAFF_PATHS.breaches}/${id}`);
    const { trouble } = outcome;
    response
      .status(trouble.status)
      .type('html')
      .send(await this.drawn(looker, lang, id, { values, trouble }));
  }

  private async drawnList(looker: Looker, lang: Lang, sent: SentBreach | null): Promise<string> {
    const list = await this.breaches.list(looker);
    return this.render(looker, lang, breachWords(lang).title, <BreachesPage {...list} sent={sent} />);
  }

  private async drawn(looker: Looker, lang: Lang, id: string, sent: SentBreach | null): Promise<string> {
    const sheet = await this.breaches.see(looker, id);
    const title = `${breachWords(lang).title} ${digits(lang, sheet.reference)}`;
    return this.render(looker, lang, title, <BreachPage sheet={sheet} sent={sent} />);
  }

  private render(looker: Looker, lang: Lang, title: string, children: VNode): string {
    const { lead } = breachWords(lang);
    return this.pages.render(looker, lang, { title, lead, path: STAFF_PATHS.breaches, children });
  }
}
