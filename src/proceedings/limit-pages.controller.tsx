import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { numberIn } from '../cases/number-in';
import { Clock } from '../platform/clock';
import type { FormOutcome, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { LegalLimits } from './legal-limits.service';
import { LimitCards } from './limit-cards';
import type { OpenForm } from './limit-forms';
import { limitWords } from './limit-words';
import { EndingInput, LegalExtensionInput, LimitChange, LimitInput, MistakeInput } from './limit.inputs';
import { LimitsPage } from './limits-page';
import { ProceedingDrawing, answer } from './proceeding-drawing';

interface Sent {
  readonly looker: Looker;
  readonly values: FormValues;
  readonly lang: Lang;
  readonly response: Response;
  /** Of the proceeding. */
  readonly id: string;
  readonly form: Omit<OpenForm, 'filled'>;
}

const HTML = 'text/html; charset=utf-8';

/** Legal limits by form: each takes what a letter says and shows the proceeding again. */
@Controller('proceedings')
export class LimitPagesController {
  constructor(
    private readonly limits: LegalLimits,
    private readonly cards: LimitCards,
    private readonly drawing: ProceedingDrawing,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('case.rule')
  @Get('limits')
  @Header('Content-Type', HTML)
  async pressing(@Who() looker: Looker, @Req() request: Request, @Query('page') page?: string): Promise<string> {
    const lang = pageLanguage(request);
    const list = await this.cards.pressing(looker, page);
    return this.pages.render(looker, lang, {
      title: limitWords(lang).pressing.title,
      path: '/proceedings/limits',
      children: (
        <LimitsPage
          lang={lang}
          list={list}
          stages={this.cards.stages}
          numberOf={(number) => numberIn(lang, this.province, number)}
          now={this.clock.now()}
        />
      ),
    });
  }

  @May('case.rule')
  @Post(':id/limits')
  async add(
    @Who() looker: Looker,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const sent = this.sent(looker, id, values, request, response, { kind: 'add', no: '', extension: '' });
    await this.take(sent, LimitInput, (input) => this.limits.add(looker, id, input));
  }

  @May('case.rule')
  @Post(':id/limits/:no')
  async correct(
    @Who() looker: Looker,
    @Param() { id, no }: Readonly<Record<'id' | 'no', string>>,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const sent = this.sent(looker, id, values, request, response, { kind: 'correct', no, extension: '' });
    await this.take(sent, LimitChange, (input) => this.limits.correct(looker, id, no, input));
  }

  @May('case.rule')
  @Post(':id/limits/:no/taking-back')
  async takeBack(
    @Who() looker: Looker,
    @Param() { id, no }: Readonly<Record<'id' | 'no', string>>,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const sent = this.sent(looker, id, values, request, response, { kind: 'takeBack', no, extension: '' });
    await this.take(sent, MistakeInput, (input) => this.limits.takeBack(looker, id, no, input));
  }

  @May('case.rule')
  @Post(':id/limits/:no/extensions')
  async extend(
    @Who() looker: Looker,
    @Param() { id, no }: Readonly<Record<'id' | 'no', string>>,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const sent = this.sent(looker, id, values, request, response, { kind: 'extend', no, extension: '' });
    await this.take(sent, LegalExtensionInput, (input) => this.limits.extend(looker, id, no, input));
  }

  @May('case.rule')
  @Post(':id/limits/:no/extensions/:extension/taking-back')
  async takeBackExtension(
    @Who() looker: Looker,
    @Param() { id, no, extension }: Readonly<Record<'id' | 'no' | 'extension', string>>,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const sent = this.sent(looker, id, values, request, response, { kind: 'takeBackExtension', no, extension });
    await this.take(sent, MistakeInput, (input) => this.limits.takeBackExtension(looker, id, no, extension, input));
  }

  @May('case.rule')
  @Post(':id/limits/:no/ending')
  async end(
    @Who() looker: Looker,
    @Param() { id, no }: Readonly<Record<'id' | 'no', string>>,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const sent = this.sent(looker, id, values, request, response, { kind: 'end', no, extension: '' });
    await this.take(sent, EndingInput, (input) => this.limits.end(looker, id, no, input));
  }

  @May('case.rule')
  @Post(':id/limits/:no/ending/taking-back')
  async takeBackEnding(
    @Who() looker: Looker,
    @Param() { id, no }: Readonly<Record<'id' | 'no', string>>,
    @Res() response: Response,
  ): Promise<void> {
    await this.limits.takeBackEnding(looker, id, no);
    response.redirect(303, `/proceedings/${id}#limit-${no}`);
  }

  private sent(
    looker: Looker,
    id: string,
    values: FormValues,
    request: Request,
    response: Response,
    form: Sent['form'],
  ): Sent {
    return { looker, values, lang: pageLanguage(request), response, id, form };
  }

  private async take<Shape extends object>(
    { looker, values, lang, response, id, form }: Sent,
    shape: new () => Shape,
    act: (input: Shape) => Promise<unknown>,
  ): Promise<void> {
    const outcome: FormOutcome<unknown> = await tryForm(shape, values, lang, act);
    const next = form.no === '' ? `/proceedings/${id}` : `/proceedings/${id}#limit-${form.no}`;
    await answer(response, next, outcome, (trouble) =>
      this.drawing.draw(looker, lang, id, { ...form, filled: { values, trouble } }),
    );
  }
}
