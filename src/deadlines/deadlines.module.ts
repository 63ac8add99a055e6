import { Global, Module } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { WorkCalendar } from './calendar.rules';
import { CaseClocks } from './case-clocks';
import { CalendarController } from './calendar.controller';
import { ClockSheets } from './clock-sheets';
import { ClocksPageController } from './clocks-page.controller';
import { ClocksView } from './clocks-view';
import { ClocksController } from './clocks.controller';
import { Deadlines } from './deadlines.service';
import { Extensions } from './extensions.service';
import { Ledger } from './ledger';
import { calendarOf } from './province-calendar.rules';
import { Sweep } from './sweep';

@Global()
@Module({
  controllers: [ClocksController, ClocksPageController, CalendarController],
  providers: [
    { provide: WorkCalendar, inject: [Province], useFactory: calendarOf },
    CaseClocks,
    ClockSheets,
    ClocksView,
    Deadlines,
    Extensions,
    Ledger,
    Sweep,
  ],
  exports: [WorkCalendar, CaseClocks, Deadlines, Sweep],
})
export class DeadlinesModule {}
