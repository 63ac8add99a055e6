import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { officeLanguage } from '../access/door-frame';
import { mustBeFresh } from '../access/lock.rules';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { numberIn } from '../cases/number-in';
import { STAFF_PATHS } from '../layout/nav';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { IdentityDecisionInput, IdentityOpeningInput, IdentityRequestInput } from './custody.inputs';
import type { DecisionTrouble } from './decisions-page';
import { DecisionsPage } from './decisions-page';
import { IdentityDesk } from './identity-desk';
import { IdentityRequests } from './identity-requests';
import { RequestPage } from './request-page';
import { sendOriginal } from './send-original';
import { custodyWords } from './words';

const HTML = 'text/html; charset=utf-8';

interface Filled {
  readonly values?: FormValues;
  readonly trouble?: FormTrouble;
  readonly identity?: Readonly<Record<string, string>>;
}

/** The asker's page on a case and the custodian's list; their forms do what the doors do. */
@Controller()
export class CustodyPagesController {
  constructor(
    private readonly requests: IdentityRequests,
    private readonly desk: IdentityDesk,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('identity.ask')
  @Get('cases/:number/identity')
  @Header('Content-Type', HTML)
  page(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request) {
    const { exhibit } = request.query;
    const values = typeof exhibit === 'string' && /^[1-9]\d{0,5}$/.test(exhibit) ? { exhibit } : {};
    return this.drawn(looker, officeLanguage(request), number, { values });
  }

  @May('identity.ask')
  @Post('cases/:number/identity')
  async ask(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const act = (input: IdentityRequestInput) => this.requests.ask(looker, number, input);
    const outcome = await tryForm(IdentityRequestInput, values, lang, act);
    if ('done' in outcome) return response.redirect(303, `/cases/${number}/identity`);
    const { trouble } = outcome;
    const html = await this.drawn(looker, lang, number, { values, trouble });
    response.status(trouble.status).type('html').send(html);
  }

  /** Shown in the answer itself: what was opened has no address to come back to. */
  @May('identity.ask')
  @Post('cases/:number/identity-openings')
  async open(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { request: id }: IdentityOpeningInput,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    mustBeFresh(looker, `/cases/${number}/identity`);
    const identity = await this.requests.open(looker, number, id);
    const html = await this.drawn(looker, officeLanguage(request), number, { identity });
    response.status(200).type('html').send(html);
  }

  @May('identity.ask')
  @Post('cases/:number/original-openings')
  async original(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() { request: id }: IdentityOpeningInput,
    @Res() response: Response,
  ): Promise<void> {
    mustBeFresh(looker, `/cases/${number}/identity`);
    sendOriginal(response, await this.requests.openOriginal(looker, number, id));
  }

  @May('identity.grant')
  @Get('custody')
  @Header('Content-Type', HTML)
  list(@Who() looker: Looker, @Req() request: Request): Promise<string> {
    return this.listed(looker, officeLanguage(request), null);
  }

  @May('identity.grant')
  @Post('custody/:id/decision')
  async decide(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const act = (input: IdentityDecisionInput) => this.requests.decide(looker, id, input);
    const outcome = await tryForm(IdentityDecisionInput, values, lang, act);
    if ('done' in outcome) return response.redirect(303, STAFF_PATHS.custody);
    const { trouble } = outcome;
    const html = await this.listed(looker, lang, { id, values, trouble });
    response.status(trouble.status).type('html').send(html);
  }

  private async drawn(looker: Looker, lang: Lang, number: string, filled: Filled): Promise<string> {
    const { values = {}, trouble = null, identity = null } = filled;
    const own = await this.desk.own(looker, number);
    const { title, lead } = custodyWords(lang);
    const children = <RequestPage number={number} own={own} values={values} trouble={trouble} identity={identity} />;
    const content = { title: `${title} ${numberIn(lang, this.province, number)}`, lead, path: STAFF_PATHS.all };
    return this.pages.render(looker, lang, { ...content, children });
  }

  private async listed(looker: Looker, lang: Lang, sent: DecisionTrouble | null): Promise<string> {
    const cards = await this.desk.forCustodian(looker);
    const { listTitle: title, listLead: lead } = custodyWords(lang);
    const numberOf = (number: string): string => numberIn(lang, this.province, number);
    const children = <DecisionsPage cards={cards} numberOf={numberOf} sent={sent} />;
    return this.pages.render(looker, lang, { title, lead, path: STAFF_PATHS.custody, children });
  }
}
