import type { ClockCode } from '../../agencies/codes';
import type { ClockRule } from '../../agencies/profile.clocks';
import { instantAt } from '../../platform/thai/dates';
import { WorkCalendar } from '../calendar.rules';
import type { Day, Instant } from '../calendar.rules';

export const OFFICE_HOURS = [
  { from: '08:30', to: '12:00' },
  { from: '13:00', to: '16:30' },
];

/** An office that keeps Saturday, Sunday and the days given; holidays known for 2025 to 2028 unless said otherwise. */
export const calendarWith = (
  closed: readonly Day[] = [],
  years: readonly number[] = [2025, 2026, 2027, 2028],
): WorkCalendar =>
  new WorkCalendar({
    version: 'test',
    officeHours: OFFICE_HOURS,
    weekend: [0, 6],
    closedDays: closed.map((day) => ({ day, nameTh: 'วันหยุด', nameEn: 'Holiday' })),
    years,
  });

/** `2026-11-20 16:00` in Bangkok. */
export const at = (text: string): Instant => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time);
};

/** A clock rule with nothing special; `parts` say what matters to the test. */
export const ruleWith = (parts: Partial<ClockRule> & Pick<ClockRule, 'unit' | 'amount'>): ClockRule => ({
  code: 'sort' satisfies ClockCode,
  nameTh: 'คัดแยก',
  nameEn: 'Sort',
  start: 'opening',
  nearDue: 1,
  ladder: [],
  pause: { allowed: true, maxDays: null },
  extension: null,
  basis: 'L',
  source: 'test',
  verified: true,
  version: 1,
  ...parts,
});
