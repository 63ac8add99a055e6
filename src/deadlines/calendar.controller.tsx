import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import { Clock } from '../platform/clock';
import { pageLanguage } from '../platform/http/language';
import { addDays, bangkokDay } from '../platform/thai/dates';
import { toArabic } from '../platform/thai/digits';
import { CalendarPage } from './calendar-page';
import type { Day } from './calendar.rules';
import { WorkCalendar } from './calendar.rules';
import { hoursIn } from './sentences';
import { deadlineWords } from './words';

const WARN_DAYS = 60;
const BUDDHIST_ERA = 543;

/** The province's working calendar, for the staff. */
@Controller()
export class CalendarController {
  constructor(
    private readonly province: Province,
    private readonly calendar: WorkCalendar,
    private readonly clock: Clock,
    private readonly pages: StaffPages,
  ) {}

  @May('calendar.approve', 'province.manage', 'case.enter')
  @Get('calendar')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Who() looker: Looker, @Query('year') asked: unknown, @Req() request: Request): string {
    const lang = pageLanguage(request);
    const today = bangkokDay(this.clock.now());
    const { title, lead } = deadlineWords(lang).calendar;
    const { province, calendar } = this;
    const year = yearIn(asked) ?? Number(today.slice(0, 4));
    return this.pages.render(looker, lang, {
      title,
      lead: lead(hoursIn(lang, calendar.source.officeHours)),
      path: STAFF_PATHS.calendar,
      children: <CalendarPage {...{ lang, province, calendar, year }} ends={this.ends(today)} />,
    });
  }

  /** Sixty days before holidays are no longer known, and from then on. */
  private ends(today: Day): Day | null {
    const last = this.calendar.knownUntil(today) ?? addDays(today, -1);
    return last < addDays(today, WARN_DAYS) ? last : null;
  }
}

/** 2569 and ๒๕๖๙ are 2026. */
function yearIn(asked: unknown): number | null {
  const year = typeof asked === 'string' ? Number(toArabic(asked)) : Number.NaN;
  if (!Number.isInteger(year) || year < 1900 || year > 2900) return null;
  return year >= 2400 ? year - BUDDHIST_ERA : year;
}
