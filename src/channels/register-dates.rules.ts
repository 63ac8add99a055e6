import type { Say } from '../platform/errors';
import { say } from '../platform/errors';
import { instantAt, parseDay } from '../platform/thai/dates';
import { toThai } from '../platform/thai/digits';
import type { RegisterMapping } from './mapping.shape';

/** What the old register says about later days, each `YYYY-MM-DD` or not known. */
export interface RegisterDates {
  readonly occurredOn: string | null;
  readonly letterOn: string | null;
  readonly dueOn: string | null;
  readonly statusReportedOn: string | null;
  readonly reminders: readonly string[];
}

/** Registers give days without a time. */
export const startOfDay = (day: string): string => instantAt(day, '00:00');

/** First day of B.E. 2500. */
const EARLIEST = '1957-01-01';

/** Only the day of receipt cannot be unknown (DOMAIN §9). */
export function readReceived(
  text: string,
  style: 'iso' | 'thai',
  today: string,
): { readonly day: string } | { readonly rejected: Say } {
  if (text === '') return { rejected: say('ไม่มีวันที่รับเรื่อง', 'no date of receipt') };
  const day = parseDay(text, { style });
  if (day === null) return { rejected: say('อ่านวันที่รับเรื่องไม่ได้', 'the date of receipt cannot be read') };
  if (day > today) return { rejected: say('วันที่รับเรื่องอยู่ในอนาคต', 'the date of receipt lies in the future') };
  if (day < EARLIEST) {
    return { rejected: say('วันที่รับเรื่องอยู่ก่อน พ.ศ. ๒๕๐๐', 'the date of receipt lies before B.E. 2500') };
  }
  return { day };
}

interface Around {
  readonly receivedOn: string;
  readonly today: string;
}

/** Days that cannot be are set aside with a warning and used nowhere; missing ones stay unknown, never guessed. */
export function readDates(
  cells: (column: string | undefined) => string,
  { columns, dates: style }: Pick<RegisterMapping, 'columns' | 'dates'>,
  { receivedOn, today }: Around,
  warnings: Say[],
): RegisterDates {
  const read = (column: string | undefined, name: Say, faultOf: (day: string) => Say | null): string | null => {
    const text = cells(column);
    if (text === '' || text === '-') return null;
    const day = parseDay(text, { style });
    const fault = day === null ? UNREADABLE : faultOf(day);
    if (fault === null) return day;
    warnings.push(say(`${name.th} ${fault.th} ไม่นำมาใช้`, `${name.en} ${fault.en}; set aside`));
    return null;
  };
  const notBefore = (day: string): Say | null => (day < receivedOn ? BEFORE_RECEIPT : null);
  const happened = (day: string): Say | null => notBefore(day) ?? (day > today ? IN_FUTURE : null);
  const reminders = [columns.reminder1On, columns.reminder2On, columns.reminder3On];
  return {
    occurredOn: read(columns.occurredOn, OCCURRED, (day) => (day > receivedOn ? AFTER_RECEIPT : null)),
    letterOn: read(columns.letterOn, LETTER, happened),
    dueOn: read(columns.dueOn, DUE, notBefore),
    statusReportedOn: read(columns.statusReportedOn, REPORTED, happened),
    reminders: reminders.flatMap((column, at) => read(column, reminder(at + 1), happened) ?? []),
  };
}

const UNREADABLE = say('อ่านไม่ได้', 'cannot be read');
const BEFORE_RECEIPT = say('อยู่ก่อนวันที่รับเรื่อง', 'lies before the date of receipt');
const AFTER_RECEIPT = say('อยู่หลังวันที่รับเรื่อง', 'lies after the date of receipt');
const IN_FUTURE = say('อยู่ในอนาคต', 'lies in the future');

const OCCURRED = say('วันที่เกิดเหตุ', 'the date of the event');
const LETTER = say('วันที่ของหนังสือ', 'the date of the letter');
const DUE = say('วันครบกำหนด', 'the due date');
const REPORTED = say('วันที่รายงานผล', 'the date of the status report');
const reminder = (n: number): Say => say(`วันที่เตือนครั้งที่ ${toThai(n)}`, `the date of reminder ${n}`);
