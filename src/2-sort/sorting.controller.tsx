import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Status } from '../cases/moves.rules';
import { words } from '../layout/words/words';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import type { Filled } from './filled';
import { numberIn } from '../cases/number-in';
import { placeOf } from './place';
import { Sorting } from './sorting';
import { SortingDesk } from './sorting-desk';
import { SortingInput } from './sorting-input';
import { SortingPage } from './sorting-page';
import { sortWords } from './words';

interface SortingTaken {
  readonly number: string;
  readonly status: Status;
  readonly sheetId: string;
  /** Null unless an ending waits for the second person. */
  readonly approvalId: string | null;
}

/** Step 2. */
@Controller()
export class SortingController {
  constructor(
    private readonly sorting: Sorting,
    private readonly desk: SortingDesk,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('case.sort')
  @Post('api/v1/cases/:number/sorting')
  async take(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: SortingInput,
  ): Promise<SortingTaken> {
    const { file, sheet, approvalId } = await this.sorting.sort(looker, number, input);
    return { number, status: file.status, sheetId: sheet.id, approvalId };
  }

  @May('case.sort')
  @Get('cases/:number/sorting')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
  ): Promise<string> {
    return this.draw(looker, number, pageLanguage(request), { values: null });
  }

  @May('case.sort')
  @Post('cases/:number/sorting')
  async submit(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(SortingInput, values, lang, (input) => this.sorting.sort(looker, number, input));
    if ('done' in outcome) return response.redirect(303, `/cases/${number}`);
    const html = await this.draw(looker, number, lang, { values, trouble: outcome.trouble });
    response.status(outcome.trouble.status).type('html').send(html);
  }

  private async draw(looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const view = await this.desk.sorting(looker, number);
    return this.pages.render(looker, lang, {
      title: sortWords(lang).sorting.title,
      path: `/cases/${number}/sorting`,
      lead: `${numberIn(lang, this.province, number)} · ${words(lang).staff.statuses[view.file.status]}`,
      children: (
        <SortingPage
          lang={lang}
          view={view}
          place={placeOf(lang, this.province)}
          filled={filled}
          numberOf={(one) => numberIn(lang, this.province, one)}
        />
      ),
    });
  }
}
