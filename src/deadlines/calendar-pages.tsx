import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { date } from '../layout/words/format';
import { Clock } from '../platform/clock';
import type { Lang } from '../platform/http/language';
import { addDays, bangkokDay } from '../platform/thai/dates';
import { AnnounceForm, Versions } from './calendar-changes-page';
import type { SentChange } from './calendar-changes-page';
import { CalendarChanges } from './calendar-changes';
import { CalendarPage } from './calendar-page';
import type { Day } from './calendar.rules';
import { Calendars } from './calendars';
import { hoursIn } from './sentences';
import { deadlineWords } from './words';

const WARN_DAYS = 60;

/** The page of the calendar, and the warning on every page of who must see to its next year. */
@Injectable()
export class CalendarPages implements OnModuleInit {
  constructor(
    private readonly province: Province,
    private readonly calendars: Calendars,
    private readonly changes: CalendarChanges,
    private readonly clock: Clock,
    private readonly pages: StaffPages,
  ) {}

  onModuleInit(): void {
    this.pages.warnBy((looker, lang) => {
      return seesTo(looker) ? this.warning(lang) : null;
    });
  }

  /** @param year CE; left out: this one */
  async draw(looker: Looker, lang: Lang, year?: number | null, sent: SentChange | null = null): Promise<string> {
    const calendar = await this.calendars.look();
    const { province } = this;
    const { title, lead } = deadlineWords(lang).calendar;
    const keeps = may(looker, 'province.manage') !== null;
    const decides = may(looker, 'calendar.approve') !== null;
    const warning = seesTo(looker) ? null : this.warning(lang);
    const shown = year ?? Number(this.today.slice(0, 4));
    return this.pages.render(looker, lang, {
      title,
      lead: lead(hoursIn(lang, calendar.source.officeHours)),
      path: STAFF_PATHS.calendar,
      children: (
        <>
          {warning ? (
            <Notice tone="care">
              <p>{warning}</p>
            </Notice>
          ) : null}
          <CalendarPage {...{ lang, province, calendar }} year={shown} />
          {keeps ? <AnnounceForm sent={sent} /> : null}
          {keeps || decides ? <Versions versions={await this.changes.list()} /> : null}
        </>
      ),
    });
  }

  private warning(lang: Lang): string | null {
    return this.ends && deadlineWords(lang).calendar.ends(date(lang, this.ends));
  }

  private get today(): Day {
    return bangkokDay(this.clock.now());
  }

  /** The last day with known holidays, from sixty days before it is reached; else null. */
  private get ends(): Day | null {
    const last = this.calendars.inForce.knownUntil(this.today) ?? addDays(this.today, -1);
    return last < addDays(this.today, WARN_DAYS) ? last : null;
  }
}

const seesTo = (looker: Looker): boolean =>
  may(looker, 'calendar.approve') !== null || may(looker, 'province.manage') !== null;
