import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Status } from '../cases/moves.rules';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import type { Filled } from './filled';
import { Merger } from './merger';
import { MergerInput } from './merger-input';
import { MergerPage } from './merger-page';
import { numberIn } from '../cases/number-in';
import { SortingDesk } from './sorting-desk';
import { sortWords } from './words';

/** Two reports of one thing. */
@Controller()
export class MergerController {
  constructor(
    private readonly merger: Merger,
    private readonly desk: SortingDesk,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('case.merge')
  @Post('api/v1/cases/:number/merger')
  async take(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: MergerInput,
  ): Promise<{ number: string; status: Status }> {
    const { status } = await this.merger.merge(looker, number, input);
    return { number, status };
  }

  @May('case.merge')
  @Get('cases/:number/merger')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
  ): Promise<string> {
    return this.draw(looker, number, pageLanguage(request), { values: null });
  }

  @May('case.merge')
  @Post('cases/:number/merger')
  async submit(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(MergerInput, values, lang, (input) => this.take(looker, number, input));
    if ('done' in outcome) return response.redirect(303, `/cases/${number}`);
    const html = await this.draw(looker, number, lang, { values, trouble: outcome.trouble });
    response.status(outcome.trouble.status).type('html').send(html);
  }

  private async draw(looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const file = await this.desk.merger(looker, number);
    return this.pages.render(looker, lang, {
      title: sortWords(lang).merger.title,
      path: `/cases/${number}/merger`,
      lead: numberIn(lang, this.province, number),
      children: <MergerPage lang={lang} file={file} filled={filled} />,
    });
  }
}
