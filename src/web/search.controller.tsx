import { Body, Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import { words } from '../layout/words/words';
import { Clock } from '../platform/clock';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { tryForm, typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { placeOf } from './place';
import type { SearchAnswer } from './search-desk';
import { SearchDesk } from './search-desk';
import { SearchInput } from './search-input';
import { SearchPage } from './search-page';
import { webWords } from './words';

interface Asked {
  readonly q: string;
  readonly answer: SearchAnswer | null;
  readonly trouble?: FormTrouble;
}

/** The search: asked by a form that is sent, never by an address. */
@Controller()
export class SearchController {
  constructor(
    private readonly desk: SearchDesk,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('case.list')
  @Post('api/v1/searches')
  @HttpCode(200)
  find(@Who() looker: Looker, @Body() input: SearchInput): Promise<SearchAnswer> {
    return this.desk.search(looker, input);
  }

  @May('case.list')
  @Get('search')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Who() looker: Looker, @Req() request: Request): Promise<string> {
    return this.draw(looker, pageLanguage(request), { q: '', answer: null });
  }

  @May('case.list')
  @Post('search')
  async submit(
    @Who() looker: Looker,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(SearchInput, values, lang, (input) => this.desk.search(looker, input));
    const q = typed(values, 'q');
    const asked: Asked =
      'done' in outcome ? { q, answer: outcome.done } : { q, answer: null, trouble: outcome.trouble };
    const html = await this.draw(looker, lang, asked);
    response
      .status(asked.trouble?.status ?? 200)
      .type('html')
      .send(html);
  }

  private async draw(looker: Looker, lang: Lang, { q, answer, trouble }: Asked): Promise<string> {
    const waiting = answer ? answer.notYetSearchable : await this.desk.waiting(looker);
    const { search: w } = webWords(lang);
    return this.pages.render(looker, lang, {
      title: words(lang).staff.menu.search,
      path: STAFF_PATHS.search,
      lead: waiting === null ? w.leadNumbers : w.lead,
      children: (
        <SearchPage
          place={placeOf(lang, this.province, this.clock.now())}
          answer={answer}
          waiting={waiting}
          q={q}
          trouble={trouble}
        />
      ),
    });
  }
}
