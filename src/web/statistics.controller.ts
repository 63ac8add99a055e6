import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Province } from '../agencies/agencies';
import type { Looker } from '../access/looker';
import { mustBeFresh } from '../access/lock.rules';
import { may } from '../access/matrix';
import { Public, WhoIfAny } from '../access/may';
import { csv } from '../documents/csv';
import { STAFF_PATHS } from '../layout/nav';
import { Forbidden, SignInNeeded, WrongFields, say } from '../platform/errors';
import { apiLanguage } from '../platform/http/language';
import { readFiscalYear } from '../statistics/fiscal-year';
import type { ShownFigures } from '../statistics/own.rules';
import { hideCrossings } from '../statistics/own.rules';
import { Statistics } from '../statistics/statistics.service';
import { Names } from './figures-names';
import { statisticsRows } from './figures.csv';

/** @throws WrongFields naming `agency`. */
export function agencyAsked(province: Province, given: unknown): string | null {
  if (given === undefined || given === '') return null;
  if (typeof given === 'string' && province.agency(given)) return given;
  throw WrongFields.one('agency', say('ไม่มีหน่วยงานนี้', 'There is no such agency.'));
}

/** The figures for programs. Those of the whole province are public; those of one agency are for those who may. */
@Controller('api/v1')
export class StatisticsController {
  constructor(
    private readonly province: Province,
    private readonly statistics: Statistics,
  ) {}

  @Public()
  @Get('statistics')
  year(
    @WhoIfAny() looker: Looker | null,
    @Query('fiscalYear') year?: unknown,
    @Query('agency') agency?: unknown,
  ): Promise<ShownFigures> {
    return this.figures(looker, year, agency);
  }

  @Public()
  @Get('statistics.csv')
  async file(
    @WhoIfAny() looker: Looker | null,
    @Req() request: Request,
    @Res() response: Response,
    @Query('fiscalYear') year?: unknown,
    @Query('agency') agency?: unknown,
  ): Promise<void> {
    // What is published may be fetched by anybody; an agency's own figures leave the house as a file by whoever is there.
    if (agency !== undefined && looker) mustBeFresh(looker, STAFF_PATHS.statistics);
    const figures = await this.figures(looker, year, agency);
    const rows = statisticsRows(figures, new Names(this.province, apiLanguage(request)));
    response.setHeader('Content-Disposition', `attachment; filename="statistics-${figures.fiscalYear}.csv"`);
    response.type('text/csv; charset=utf-8').send(csv(rows));
  }

  private async figures(looker: Looker | null, year: unknown, agency: unknown): Promise<ShownFigures> {
    const fiscalYear = readFiscalYear(year, this.statistics.today);
    const agencyCode = agencyAsked(this.province, agency);
    const province = this.province.code;
    const whole = await this.statistics.year({ province }, fiscalYear);
    if (agencyCode === null) return whole;
    const scope = scopeOn(looker, agencyCode);
    const own = await this.statistics.year({ province, agencyCode }, fiscalYear);
    return scope === 'all' ? own : hideCrossings(own, whole);
  }
}

/**
 * Whoever stands behind a wall sees what is published: small crossings would tell of the case that is not there (K11).
 * @throws SignInNeeded Forbidden: an agency's contact sees its own agency alone.
 */
function scopeOn(looker: Looker | null, agencyCode: string): 'all' | 'no_crossings' {
  if (!looker) throw new SignInNeeded();
  const full = may(looker, 'statistics.full');
  if (full) return full === 'all' && looker.hidden.length === 0 ? 'all' : 'no_crossings';
  if (may(looker, 'statistics.own') && looker.agencyCode === agencyCode) return 'no_crossings';
  throw new Forbidden();
}
