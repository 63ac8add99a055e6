import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { Database } from '../platform/database/database';
import { CalendarVersion } from './calendar-version.entity';
import { WorkCalendar } from './calendar.rules';
import { calendarOf } from './province-calendar.rules';

/** The calendar in force. Before the first turn of the clockwork it is the file's. */
@Injectable()
export class Calendars {
  readonly ofFile: WorkCalendar;
  private known: { readonly id: string | null; readonly calendar: WorkCalendar };

  constructor(
    private readonly database: Database,
    private readonly province: Province,
  ) {
    this.ofFile = calendarOf(province);
    this.known = { id: null, calendar: this.ofFile };
  }

  /** As this process last saw it, half a minute ago at most. Whoever counts a due date looks first. */
  get inForce(): WorkCalendar {
    return this.known.calendar;
  }

  /** Another process may have put one in force: asked anew, inside the write if there is one. */
  async look(): Promise<WorkCalendar> {
    const { reader } = this.database;
    const newest = await reader.findOne(CalendarVersion, {
      select: { id: true },
      where: { province: this.province.code, state: 'in_force' },
      order: { no: 'DESC' },
    });
    const id = newest?.id ?? null;
    if (id !== this.known.id) {
      const version = id === null ? null : await reader.findOneByOrFail(CalendarVersion, { id });
      this.known = { id, calendar: version ? new WorkCalendar(version.source) : this.ofFile };
    }
    return this.known.calendar;
  }
}
