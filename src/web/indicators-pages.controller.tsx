import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { officeLanguage } from '../access/door-frame';
import type { Sent } from '../access/forms';
import { mendable, statusOf, textOf } from '../access/forms';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { Indicators } from '../indicators/indicators.service';
import { ownOnly } from '../indicators/telling';
import { Typing } from '../indicators/typing';
import { STAFF_PATHS } from '../layout/nav';
import { readFiscalYear } from '../statistics/fiscal-year';
import { Statistics } from '../statistics/statistics.service';
import { Names } from './figures-names';
import type { TypingProps } from './indicators-page';
import { IndicatorsContent } from './indicators-page';
import { indicatorPageWords } from './indicators-words';

const FIELDS = ['kind', 'code', 'year', 'value', 'source', 'letterNo', 'letterDate'] as const;

/** Table 5 inside, and the plan officer's form beside it. */
@Controller('indicators')
export class IndicatorPagesController {
  constructor(
    private readonly province: Province,
    private readonly indicators: Indicators,
    private readonly statistics: Statistics,
    private readonly typing: Typing,
    private readonly pages: StaffPages,
  ) {}

  @May('indicators.see', 'indicators.own')
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Req() request: Request, @Who() looker: Looker, @Query('fiscalYear') year?: unknown): Promise<string> {
    const fiscalYear = readFiscalYear(year, this.indicators.today);
    return this.show(request, looker, fiscalYear, { values: {}, errors: [] });
  }

  @May('indicators.type')
  @Post('figures')
  async type(
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    const values = Object.fromEntries(FIELDS.map((field) => [field, textOf(sent, field)]));
    const today = readFiscalYear(undefined, this.indicators.today);
    try {
      await this.typing.type(looker, values.kind === 'official' ? 'official' : 'base', values);
      response.redirect(303, `${STAFF_PATHS.indicators}?saved=yes`);
    } catch (error) {
      const errors = mendable(error, 'value', officeLanguage(request));
      const html = await this.show(request, looker, today, { values, errors });
      response.status(statusOf(error)).type('html').send(html);
    }
  }

  private async show(request: Request, looker: Looker, fiscalYear: number, typing: TypingProps): Promise<string> {
    const lang = officeLanguage(request);
    const w = indicatorPageWords(lang);
    const all = await this.indicators.table(fiscalYear);
    const sees = may(looker, 'indicators.see') !== null;
    const children = (
      <IndicatorsContent
        fiscalYear={fiscalYear}
        years={await this.statistics.years(this.province.code)}
        results={sees ? all : ownOnly(all, looker.agencyCode)}
        names={new Names(this.province, lang)}
        typing={may(looker, 'indicators.type') ? typing : null}
      />
    );
    const flash = request.query.saved === 'yes' ? { text: w.saved } : null;
    const title = sees ? w.title : w.own;
    return this.pages.render(looker, lang, { title, lead: w.lead, path: STAFF_PATHS.indicators, flash, children });
  }
}
