import { Body, Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Who } from '../access/may';
import { csv } from '../documents/csv';
import { apiLanguage } from '../platform/http/language';
import { readFiscalYear } from '../statistics/fiscal-year';
import { indicatorRows } from './indicators.csv';
import { Indicators } from './indicators.service';
import type { ToldIndicator } from './telling';
import { ownOnly, told } from './telling';
import type { FigureKind, TypedFigureView } from './typed-figures';
import { Typing } from './typing';

/** `value` a count, or percent for 3.1 and 3.2; `source` one of the listed; `letterDate` as people write dates. */
export class TypedFigureBody {
  @IsOptional() readonly value?: unknown;
  @IsOptional() readonly source?: unknown;
  @IsOptional() readonly letterNo?: unknown;
  @IsOptional() readonly letterDate?: unknown;
}

/** Goal 2 and 3, for those who may see them (PROCESS §2): not public. */
@Controller('api/v1')
export class IndicatorsController {
  constructor(
    private readonly indicators: Indicators,
    private readonly typing: Typing,
  ) {}

  @May('indicators.see', 'indicators.own')
  @Get('indicators')
  async list(
    @Who() looker: Looker,
    @Req() request: Request,
    @Query('fiscalYear') year?: unknown,
  ): Promise<{ readonly fiscalYear: number; readonly asOf: string; readonly indicators: readonly ToldIndicator[] }> {
    const fiscalYear = readFiscalYear(year, this.indicators.today);
    const indicators = await this.seen(looker, fiscalYear);
    const lang = apiLanguage(request);
    const asOf = indicators[0]?.asOf ?? this.indicators.today;
    return { fiscalYear, asOf, indicators: indicators.map((one) => told(one, lang)) };
  }

  @May('indicators.see', 'indicators.own')
  @Get('indicators.csv')
  async file(
    @Who() looker: Looker,
    @Req() request: Request,
    @Res() response: Response,
    @Query('fiscalYear') year?: unknown,
  ): Promise<void> {
    const fiscalYear = readFiscalYear(year, this.indicators.today);
    const lang = apiLanguage(request);
    const rows = indicatorRows((await this.seen(looker, fiscalYear)).map((one) => told(one, lang)));
    response.setHeader('Content-Disposition', `attachment; filename="indicators-${fiscalYear}.csv"`);
    response.type('text/csv; charset=utf-8').send(csv(rows));
  }

  @May('indicators.type')
  @Put('indicators/:code/bases/:year')
  base(
    @Who() looker: Looker,
    @Param('code') code: string,
    @Param('year') year: string,
    @Body() body: TypedFigureBody,
  ): Promise<TypedFigureView> {
    return this.type(looker, 'base', code, year, body);
  }

  @May('indicators.type')
  @Put('indicators/:code/official/:year')
  official(
    @Who() looker: Looker,
    @Param('code') code: string,
    @Param('year') year: string,
    @Body() body: TypedFigureBody,
  ): Promise<TypedFigureView> {
    return this.type(looker, 'official', code, year, body);
  }

  private type(looker: Looker, kind: FigureKind, code: string, year: string, body: TypedFigureBody) {
    return this.typing.type(looker, kind, { ...body, code, year });
  }

  /** An agency's contact sees the lines that are told per agency, and of them its own. */
  private async seen(looker: Looker, fiscalYear: number) {
    const indicators = await this.indicators.table(fiscalYear);
    return may(looker, 'indicators.see') ? indicators : ownOnly(indicators, looker.agencyCode);
  }
}
