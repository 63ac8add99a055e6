import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import type { FormOutcome, FormTrouble, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { ExtensionInput, ProceedingChange, ProceedingInput } from './proceeding.inputs';
import { ProceedingCards } from './proceeding-cards';
import { ProceedingPage } from './proceeding-page';
import { ProceedingsPage } from './proceedings-page';
import { Proceedings } from './proceedings.service';
import type { Filled } from './rulings-page';
import { proceedingWords } from './words';

const HTML = 'text/html; charset=utf-8';

/** The list of proceedings, and one of them with its forms. */
@Controller('proceedings')
export class ProceedingPagesController {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly cards: ProceedingCards,
    private readonly pages: StaffPages,
  ) {}

  @May('case.rule')
  @Get()
  @Header('Content-Type', HTML)
  list(@Who() looker: Looker, @Req() request: Request, @Query('page') page?: string) {
    return this.drawList(looker, pageLanguage(request), page, { values: {} });
  }

  @May('case.rule')
  @Post()
  async enter(
    @Who() looker: Looker,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(ProceedingInput, values, lang, (input) => this.proceedings.enter(looker, input));
    const again = (trouble: FormTrouble) => this.drawList(looker, lang, undefined, { values, trouble });
    await answer(response, '/proceedings', outcome, again);
  }

  @May('case.rule')
  @Get(':id')
  @Header('Content-Type', HTML)
  one(@Who() looker: Looker, @Param('id') id: string, @Req() request: Request) {
    return this.drawOne(looker, pageLanguage(request), id, 'change', { values: {} });
  }

  @May('case.rule')
  @Post(':id')
  async change(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const act = (input: ProceedingChange) => this.proceedings.change(looker, id, input);
    const outcome = await tryForm(ProceedingChange, values, lang, act);
    const again = (trouble: FormTrouble) => this.drawOne(looker, lang, id, 'change', { values, trouble });
    await answer(response, `/proceedings/${id}`, outcome, again);
  }

  @May('case.rule')
  @Post(':id/extensions')
  async extend(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const act = (extension: ExtensionInput) => this.proceedings.change(looker, id, { extension });
    const outcome = await tryForm(ExtensionInput, values, lang, act);
    const again = (trouble: FormTrouble) => this.drawOne(looker, lang, id, 'extension', { values, trouble });
    await answer(response, `/proceedings/${id}`, outcome, again);
  }

  private async drawList(looker: Looker, lang: Lang, page: string | undefined, filled: Filled): Promise<string> {
    const list = await this.cards.list(looker, page);
    return this.pages.render(looker, lang, {
      title: proceedingWords(lang).proceedings.title,
      path: '/proceedings',
      children: <ProceedingsPage lang={lang} list={list} filled={filled} />,
    });
  }

  private async drawOne(
    looker: Looker,
    lang: Lang,
    id: string,
    form: 'change' | 'extension',
    filled: Filled,
  ): Promise<string> {
    const card = await this.cards.find(looker, id);
    const { bodies, proceedings } = proceedingWords(lang);
    return this.pages.render(looker, lang, {
      title: `${proceedings.one} ${bodies[card.body]} ${card.reference}`,
      path: `/proceedings/${id}`,
      children: <ProceedingPage lang={lang} card={card} form={form} filled={filled} />,
    });
  }
}

async function answer(
  response: Response,
  next: string,
  outcome: FormOutcome<unknown>,
  again: (trouble: FormTrouble) => Promise<string>,
): Promise<void> {
  if ('done' in outcome) return response.redirect(303, next);
  const { trouble } = outcome;
  response
    .status(trouble.status)
    .type('html')
    .send(await again(trouble));
}
