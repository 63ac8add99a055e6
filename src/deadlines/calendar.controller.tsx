import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { pageLanguage } from '../platform/http/language';
import { toArabic } from '../platform/thai/digits';
import { CalendarPages } from './calendar-pages';

const BUDDHIST_ERA = 543;

/** The province's working calendar, for the staff. */
@Controller()
export class CalendarController {
  constructor(private readonly pages: CalendarPages) {}

  @May('calendar.approve', 'province.manage', 'case.enter')
  @Get('calendar')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Who() looker: Looker, @Query('year') asked: unknown, @Req() request: Request): Promise<string> {
    return this.pages.draw(looker, pageLanguage(request), yearIn(asked));
  }
}

/** 2569 and ๒๕๖๙ are 2026. */
function yearIn(asked: unknown): number | null {
  const year = typeof asked === 'string' ? Number(toArabic(asked)) : Number.NaN;
  if (!Number.isInteger(year) || year < 1900 || year > 2900) return null;
  return year >= 2400 ? year - BUDDHIST_ERA : year;
}
