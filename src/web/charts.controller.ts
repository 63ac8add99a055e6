import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Public } from '../access/may';
import { Province } from '../agencies/agencies';
import { NotFound } from '../platform/errors';
import { pageLanguage } from '../platform/http/language';
import { readFiscalYear } from '../statistics/fiscal-year';
import { Statistics } from '../statistics/statistics.service';
import { Names } from './figures-names';
import { yearChart } from './year-charts';

/** The pictures of the statistics page by themselves, for papers and presentations. */
@Controller('charts')
export class ChartsController {
  constructor(
    private readonly province: Province,
    private readonly statistics: Statistics,
  ) {}

  @Public()
  @Get('statistics-:name.svg')
  @Header('Content-Type', 'image/svg+xml')
  async draw(
    @Req() request: Request,
    @Param('name') name: string,
    @Query('fiscalYear') year?: unknown,
  ): Promise<string> {
    if (name !== 'by-month' && name !== 'by-channel') throw new NotFound();
    const fiscalYear = readFiscalYear(year, this.statistics.today);
    const figures = await this.statistics.year({ province: this.province.code }, fiscalYear);
    return yearChart(name, figures, new Names(this.province, pageLanguage(request)));
  }
}
