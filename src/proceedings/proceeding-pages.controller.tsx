import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { LimitCards } from './limit-cards';
import type { OpenForm } from './limit-forms';
import { FORMS } from './limit-forms';
import { ProceedingChange, ProceedingInput } from './proceeding.inputs';
import { ProceedingCards } from './proceeding-cards';
import { ProceedingDrawing, answer } from './proceeding-drawing';
import { ProceedingsPage } from './proceedings-page';
import { Proceedings } from './proceedings.service';
import type { Filled } from './rulings-page';
import { proceedingWords } from './words';

const HTML = 'text/html; charset=utf-8';

/** The list of proceedings, and one of them with its limits and forms. */
@Controller('proceedings')
export class ProceedingPagesController {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly cards: ProceedingCards,
    private readonly limits: LimitCards,
    private readonly drawing: ProceedingDrawing,
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
  one(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Query() asked: Readonly<Record<string, unknown>>,
    @Req() request: Request,
  ) {
    return this.drawing.draw(looker, pageLanguage(request), id, openIn(asked));
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
    const again = (trouble: FormTrouble) => this.drawing.draw(looker, lang, id, null, { values, trouble });
    await answer(response, `/proceedings/${id}`, outcome, again);
  }

  private async drawList(looker: Looker, lang: Lang, page: string | undefined, filled: Filled): Promise<string> {
    const list = await this.cards.list(looker, page);
    const pressing = await this.limits.pressing(looker, undefined);
    const { stages } = this.limits;
    return this.pages.render(looker, lang, {
      title: proceedingWords(lang).proceedings.title,
      path: '/proceedings',
      children: <ProceedingsPage lang={lang} list={list} pressing={pressing} stages={stages} filled={filled} />,
    });
  }
}

/** `?form=extend&limit=1`: which form of a limit stands open; anything else: none. */
function openIn({ form, limit, extension }: Readonly<Record<string, unknown>>): OpenForm | null {
  const kind = FORMS.find((one) => one === form);
  const number = (value: unknown): string => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? value : '');
  return kind ? { kind, no: number(limit), extension: number(extension), filled: { values: {} } } : null;
}
