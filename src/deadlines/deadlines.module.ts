import { Global, Module } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { WorkCalendar } from './calendar.rules';
import { CaseClocks } from './case-clocks';
import { CalendarController } from './calendar.controller';
import { Certificates } from './certificates';
import { ClockSheets } from './clock-sheets';
import { ClockworkController } from './clockwork.controller';
import { ClocksPageController } from './clocks-page.controller';
import { ClocksView } from './clocks-view';
import { ClocksController } from './clocks.controller';
import { Deadlines } from './deadlines.service';
import { Extensions } from './extensions.service';
import { Ledger } from './ledger';
import { Pulse } from './pulse';
import { calendarOf } from './province-calendar.rules';
import { Sweep } from './sweep';

@Global()
@Module({
  controllers: [ClocksController, ClocksPageController, CalendarController, ClockworkController],
  providers: [
    { provide: WorkCalendar, inject: [Province], useFactory: calendarOf },
    CaseClocks,
    Certificates,
    ClockSheets,
    ClocksView,
    Deadlines,
    Extensions,
    Ledger,
    Pulse,
    Sweep,
  ],
  exports: [WorkCalendar, CaseClocks, Certificates, ClockSheets, Deadlines, Pulse, Sweep],
})
export class DeadlinesModule {}
