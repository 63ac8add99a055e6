import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { words } from '../layout/words/words';
import type { FormOutcome, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { RulingNotFound } from './errors';
import { numberIn } from '../cases/number-in';
import { OverturningInput, RulingApprovalInput, RulingInput } from './ruling.inputs';
import { RulingSheets } from './ruling-sheet';
import type { Filled } from './rulings-page';
import { OverturningPage, RulingsPage } from './rulings-page';
import { Rulings } from './rulings.service';
import { proceedingWords } from './words';

const HTML = 'text/html; charset=utf-8';

/** The pages of a case's rulings; their forms do what the doors do. */
@Controller('cases/:number/rulings')
export class RulingPagesController {
  constructor(
    private readonly rulings: Rulings,
    private readonly sheets: RulingSheets,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('case.rule')
  @Get()
  @Header('Content-Type', HTML)
  page(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request) {
    return this.draw(looker, number, pageLanguage(request), { values: {} });
  }

  @May('case.rule')
  @Post()
  async propose(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(RulingInput, values, lang, (input) => this.rulings.propose(looker, number, input));
    await answer(response, number, outcome, (trouble) => this.draw(looker, number, lang, { values, trouble }));
  }

  @May('case.rule')
  @Post(':id/approval')
  async decide(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(RulingApprovalInput, values, lang, ({ decision, reason }) =>
      this.rulings.decide(looker, number, id, decision === 'grant', reason),
    );
    await answer(response, number, outcome, (trouble) => this.draw(looker, number, lang, { values: {}, trouble }));
  }

  @May('case.rule')
  @Get(':id/overturning')
  @Header('Content-Type', HTML)
  overturning(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Req() request: Request,
  ) {
    return this.drawOverturning(looker, number, id, pageLanguage(request), { values: {} });
  }

  @May('case.rule')
  @Post(':id/overturning')
  async overturn(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(OverturningInput, values, lang, (input) =>
      this.rulings.proposeOverturning(looker, number, id, input),
    );
    await answer(response, number, outcome, (trouble) =>
      this.drawOverturning(looker, number, id, lang, { values, trouble }),
    );
  }

  private async draw(looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const sheet = await this.sheets.of(looker, number);
    const agencies = this.province.agencies.filter(({ isCollective }) => !isCollective);
    return this.pages.render(looker, lang, {
      title: proceedingWords(lang).rulings.title,
      path: `/cases/${number}/rulings`,
      lead: `${numberIn(lang, this.province, number)} · ${words(lang).staff.statuses[sheet.status]}`,
      children: <RulingsPage lang={lang} sheet={sheet} agencies={agencies} filled={filled} />,
    });
  }

  private async drawOverturning(
    looker: Looker,
    number: string,
    id: string,
    lang: Lang,
    filled: Filled,
  ): Promise<string> {
    const sheet = await this.sheets.of(looker, number);
    const ruling = sheet.rulings.find((one) => one.id === id);
    if (!ruling) throw new RulingNotFound();
    return this.pages.render(looker, lang, {
      title: proceedingWords(lang).rulings.overturn,
      path: `/cases/${number}/rulings/${id}/overturning`,
      lead: numberIn(lang, this.province, number),
      children: <OverturningPage lang={lang} number={number} ruling={ruling} filled={filled} />,
    });
  }
}

async function answer(
  response: Response,
  number: string,
  outcome: FormOutcome<unknown>,
  again: (trouble: NonNullable<Filled['trouble']>) => Promise<string>,
): Promise<void> {
  if ('done' in outcome) return response.redirect(303, `/cases/${number}/rulings`);
  response
    .status(outcome.trouble.status)
    .type('html')
    .send(await again(outcome.trouble));
}
