import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { officeLanguage } from '../access/door-frame';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { numberIn } from '../cases/number-in';
import { STAFF_PATHS } from '../layout/nav';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { DisclosureDesk } from './disclosure-desk';
import { DisclosureOrderInput, GivingInput } from './disclosure.inputs';
import { Disclosures } from './disclosures';
import type { SentDisclosure } from './disclosures-page';
import { DisclosuresPage } from './disclosures-page';
import { custodyWords } from './words';

const HTML = 'text/html; charset=utf-8';

/** Disclosure ordered by law, on a case: the orders, a new one, and what was given. */
@Controller('cases/:number/disclosures')
export class DisclosurePagesController {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly desk: DisclosureDesk,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('identity.ask')
  @Get()
  @Header('Content-Type', HTML)
  page(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request) {
    return this.drawn(looker, officeLanguage(request), number, null);
  }

  @May('identity.ask')
  @Post()
  async enter(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const act = (input: DisclosureOrderInput) => this.disclosures.enter(looker, number, input);
    const outcome = await tryForm(DisclosureOrderInput, values, lang, act);
    if ('done' in outcome) return response.redirect(303, `/cases/${number}/disclosures`);
    await this.again(looker, lang, number, { id: null, values, trouble: outcome.trouble }, response);
  }

  @May('identity.ask')
  @Post(':id/giving')
  async give(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const act = (input: GivingInput) => this.disclosures.give(looker, number, id, input);
    const outcome = await tryForm(GivingInput, values, lang, act);
    if ('done' in outcome) return response.redirect(303, `/cases/${number}/disclosures`);
    await this.again(looker, lang, number, { id, values, trouble: outcome.trouble }, response);
  }

  private async again(looker: Looker, lang: Lang, number: string, sent: SentDisclosure, response: Response) {
    const html = await this.drawn(looker, lang, number, sent);
    response.status(sent.trouble.status).type('html').send(html);
  }

  private async drawn(looker: Looker, lang: Lang, number: string, sent: SentDisclosure | null): Promise<string> {
    const cards = await this.desk.on(looker, number);
    const { title, lead } = custodyWords(lang).disclosures;
    const children = <DisclosuresPage number={number} cards={cards} sent={sent} />;
    const content = { title: `${title} ${numberIn(lang, this.province, number)}`, lead, path: STAFF_PATHS.all };
    return this.pages.render(looker, lang, { ...content, children });
  }
}
