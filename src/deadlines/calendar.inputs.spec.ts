import { WrongFields } from '../platform/errors';
import { announcementOf } from './calendar.inputs';
import type { CalendarChangeInput } from './calendar.inputs';
import { calendarWith } from './testing/calendars';

const TODAY = '2026-11-20';
const input = (parts: Partial<CalendarChangeInput>): CalendarChangeInput => ({
  kind: 'closes',
  from: '2026-12-30',
  nameTh: 'วันหยุดพิเศษ',
  letterNo: 'นร 0505/ว 123',
  ...parts,
});
const read = (parts: Partial<CalendarChangeInput>, ...closed: readonly string[]) =>
  announcementOf(input(parts), calendarWith(closed), TODAY);
const faultOf = (parts: Partial<CalendarChangeInput>): string | undefined => {
  try {
    read(parts);
  } catch (error) {
    if (error instanceof WrongFields) return error.details.fields?.[0]?.field;
    throw error;
  }
  return undefined;
};

describe('days announced late', () => {
  it('are the working days between the first and the last, in any spelling of a date', () => {
    const days = read({ from: '๓๐ ธ.ค. ๒๕๖๙', until: '4 ม.ค. 70' }, '2027-01-01').closes.map(({ day }) => day);
    expect(days).toEqual(['2026-12-30', '2026-12-31', '2027-01-04']);
  });

  it('open only what is a holiday, never a weekend', () => {
    expect(read({ kind: 'opens', from: '2026-12-05', until: '2026-12-10' }, '2026-12-07').opens).toEqual([
      '2026-12-07',
    ]);
  });

  it('are refused by field when unreadable, too far, too many, the wrong way round or without a name', () => {
    expect(faultOf({ from: 'เมื่อวาน' })).toBe('from');
    expect(faultOf({ from: '2026-09-01' })).toBe('from');
    expect(faultOf({ from: '2030-01-01' })).toBe('from');
    expect(faultOf({ until: '2026-12-29' })).toBe('until');
    expect(faultOf({ until: '2027-02-01' })).toBe('until');
    expect(read({ kind: 'opens' }).opens).toEqual([]);
    const nameless = { kind: 'closes', from: '2026-12-30', letterNo: 'นร 0505/ว 123' } as const;
    expect(() => announcementOf(nameless, calendarWith(), TODAY)).toThrow(WrongFields);
  });
});
