import { Global, Module } from '@nestjs/common';
import { CaseClocks } from './case-clocks';
import { CalendarCarrier } from './calendar-carrier';
import { CalendarChanges } from './calendar-changes';
import { CalendarChangesController } from './calendar-changes.controller';
import { CalendarPages } from './calendar-pages';
import { CalendarPreview } from './calendar-preview';
import { CalendarController } from './calendar.controller';
import { Calendars } from './calendars';
import { Certificates } from './certificates';
import { ClockRules } from './clock-rules';
import { ClockSheets } from './clock-sheets';
import { ClockworkController } from './clockwork.controller';
import { ClocksPageController } from './clocks-page.controller';
import { ClocksView } from './clocks-view';
import { ClocksController } from './clocks.controller';
import { Deadlines } from './deadlines.service';
import { Extensions } from './extensions.service';
import { Ledger } from './ledger';
import { Pulse } from './pulse';
import { Sweep } from './sweep';

@Global()
@Module({
  controllers: [
    ClocksController,
    ClocksPageController,
    CalendarController,
    CalendarChangesController,
    ClockworkController,
  ],
  providers: [
    Calendars,
    CalendarCarrier,
    CalendarChanges,
    CalendarPages,
    CalendarPreview,
    CaseClocks,
    Certificates,
    ClockRules,
    ClockSheets,
    ClocksView,
    Deadlines,
    Extensions,
    Ledger,
    Pulse,
    Sweep,
  ],
  exports: [Calendars, CaseClocks, Certificates, ClockSheets, Deadlines, Pulse, Sweep],
})
export class DeadlinesModule {}
