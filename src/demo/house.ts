import type { INestApplicationContext } from '@nestjs/common';
import { ReceiveService } from '../1-receive/receive.service';
import { Classifications } from '../2-sort/classifications';
import { Merger } from '../2-sort/merger';
import { Sorting } from '../2-sort/sorting';
import { Answers } from '../3-refer/answers';
import { Recalls } from '../3-refer/recalls';
import { Sending } from '../3-refer/sending';
import { VerificationOrders } from '../4-verify/verification-orders';
import { VerifyService } from '../4-verify/verify.service';
import { ReportService } from '../5-report/report.service';
import { RecordService } from '../6-record/record.service';
import { Reopening } from '../6-record/reopening.service';
import { Withdrawals } from '../6-record/withdrawal.service';
import { OfficersService } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import { Approvals } from '../cases/approvals';
import { DeskWork } from '../cases/desk-work';
import { Calendars } from '../deadlines/calendars';
import { Deadlines } from '../deadlines/deadlines.service';
import { Extensions } from '../deadlines/extensions.service';
import { Sweep } from '../deadlines/sweep';
import { Indicators } from '../indicators/indicators.service';
import { Typing } from '../indicators/typing';
import { Notices } from '../notices/notices';
import type { SetClock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Proceedings } from '../proceedings/proceedings.service';
import { Rulings } from '../proceedings/rulings.service';
import { Claims } from '../reporters/claims';
import { Words } from '../reporters/words.service';

/** The services through which everything of the made-up year happens, and the clock that stands where it is put. */
export function openHouse(app: INestApplicationContext, clock: SetClock) {
  return {
    clock,
    database: app.get(Database),
    province: app.get(Province),
    calendar: app.get(Calendars).inForce,
    officers: app.get(OfficersService),
    receive: app.get(ReceiveService),
    claims: app.get(Claims),
    words: app.get(Words),
    desk: app.get(DeskWork),
    sorting: app.get(Sorting),
    merger: app.get(Merger),
    classifications: app.get(Classifications),
    approvals: app.get(Approvals),
    sending: app.get(Sending),
    recalls: app.get(Recalls),
    answers: app.get(Answers),
    orders: app.get(VerificationOrders),
    verify: app.get(VerifyService),
    report: app.get(ReportService),
    record: app.get(RecordService),
    reopening: app.get(Reopening),
    withdrawals: app.get(Withdrawals),
    rulings: app.get(Rulings),
    proceedings: app.get(Proceedings),
    deadlines: app.get(Deadlines),
    extensions: app.get(Extensions),
    sweep: app.get(Sweep),
    notices: app.get(Notices),
    indicators: app.get(Indicators),
    typing: app.get(Typing),
  };
}

export type DemoHouse = ReturnType<typeof openHouse>;
