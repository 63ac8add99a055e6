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
import { ClassificationInput } from './classification-input';
import { ClassificationPage } from './classification-page';
import { Classifications } from './classifications';
import type { Filled } from './filled';
import { numberIn } from '../cases/number-in';
import { placeOf } from './place';
import { SortingDesk } from './sorting-desk';
import { sortWords } from './words';

/** What a case is held to be: changed at any time, every change dated. */
@Controller()
export class ClassificationController {
  constructor(
    private readonly classifications: Classifications,
    private readonly desk: SortingDesk,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('case.classify')
  @Post('api/v1/cases/:number/classification')
  async take(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: ClassificationInput,
  ): Promise<{ number: string; status: Status }> {
    const { status } = await this.classifications.change(looker, number, input);
    return { number, status };
  }

  @May('case.classify')
  @Get('cases/:number/classification')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
  ): Promise<string> {
    return this.draw(looker, number, pageLanguage(request), { values: null });
  }

  @May('case.classify')
  @Post('cases/:number/classification')
  async submit(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(ClassificationInput, values, lang, (input) => this.take(looker, number, input));
    if ('done' in outcome) return response.redirect(303, `/cases/${number}`);
    const html = await this.draw(looker, number, lang, { values, trouble: outcome.trouble });
    response.status(outcome.trouble.status).type('html').send(html);
  }

  private async draw(looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const view = await this.desk.classification(looker, number);
    return this.pages.render(looker, lang, {
      title: sortWords(lang).classification.title,
      path: `/cases/${number}/classification`,
      lead: numberIn(lang, this.province, number),
      children: <ClassificationPage lang={lang} view={view} place={placeOf(lang, this.province)} filled={filled} />,
    });
  }
}
