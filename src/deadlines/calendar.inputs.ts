import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { WrongFields, say } from '../platform/errors';
import { LetterNo, WrittenDay, readDay } from '../platform/http/letters';
import { cleanText, emptyIsAbsent, tell } from '../platform/http/validation';
import { addDays } from '../platform/thai/dates';
import { holidaysBetween, workingDaysBetween } from './calendar-change.rules';
import type { Announcement } from './calendar-changes';
import type { Day, WorkCalendar } from './calendar.rules';

const EARLIEST = -60;
const LATEST = 730;
const LONGEST = 31;

/** `POST /calendar/changes`: days announced as holidays, or on which the offices open after all. */
export class CalendarChangeInput {
  @IsIn(['closes', 'opens'], tell('กรุณาเลือกว่าหยุดหรือเปิดทำการ', 'Choose whether the offices close or open.'))
  readonly kind: 'closes' | 'opens';

  @WrittenDay()
  readonly from: string;

  /** Left out: one day. */
  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, 40)
  readonly until?: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, 120)
  readonly nameTh?: string;

  @Transform(emptyIsAbsent)
  @Transform(cleanText)
  @IsOptional()
  @IsString()
  @Length(1, 120)
  readonly nameEn?: string;

  @LetterNo()
  readonly letterNo: string;
}

/** `POST /calendar/changes/:no/approval` */
export class CalendarApprovalInput {
  @IsIn(['approve', 'refuse'], tell('กรุณาเลือกอนุมัติหรือไม่อนุมัติ', 'Choose approve or refuse.'))
  readonly decision: 'approve' | 'refuse';
}

/** The days meant, as the calendar in force has them. @throws WrongFields */
export function announcementOf(input: CalendarChangeInput, calendar: WorkCalendar, today: Day): Announcement {
  const bounds = { notBefore: addDays(today, EARLIEST), notAfter: addDays(today, LATEST) };
  const from = inBounds('from', input.from, bounds);
  const until = input.until === undefined ? from : inBounds('until', input.until, bounds);
  if (until < from || until > addDays(from, LONGEST - 1)) throw WrongFields.one('until', SAY_RANGE);
  const { kind, nameTh, nameEn, letterNo } = input;
  if (kind === 'opens') return { closes: [], opens: holidaysBetween(calendar, from, until), letterNo };
  if (nameTh === undefined) throw WrongFields.one('nameTh', SAY_NAME);
  const days = workingDaysBetween(calendar, from, until);
  return { closes: days.map((day) => ({ day, nameTh, nameEn: nameEn ?? nameTh })), opens: [], letterNo };
}

function inBounds(field: string, text: string, { notBefore, notAfter }: { notBefore: Day; notAfter: Day }): Day {
  const day = readDay(field, text);
  if (day < notBefore || day > notAfter) throw WrongFields.one(field, SAY_BOUNDS);
  return day;
}

const SAY_RANGE = say(
  'วันสุดท้ายต้องไม่ก่อนวันแรก และรวมกันไม่เกิน ๓๑ วัน',
  'The last day is not before the first, and at most 31 days in all.',
);
const SAY_BOUNDS = say('แก้ไขได้ตั้งแต่ ๖๐ วันก่อนวันนี้ ถึง ๒ ปีข้างหน้า', 'From sixty days ago to two years ahead.');
const SAY_NAME = say('กรุณากรอกชื่อวันหยุด', 'Give the name of the holiday.');
