import { daysToCertify, deadMinutes, isGap } from './pulse.rules';
import { at } from './testing/calendars';

const gap = (from: string, until: string) => ({ fromAt: at(from), untilAt: at(until) });

describe('the pulse of the clockwork', () => {
  it('is missed after two minutes', () => {
    expect(isGap(at('2026-11-06 10:00'), at('2026-11-06 10:02'))).toBe(false);
    expect(isGap(at('2026-11-06 10:00'), at('2026-11-06 10:03'))).toBe(true);
    expect(isGap(at('2026-11-06 10:00'), at('2026-11-06 09:00'))).toBe(false);
  });

  it.each([
    [[], 0],
    [[gap('2026-11-06 10:00', '2026-11-06 10:30')], 30],
    [[gap('2026-11-05 23:00', '2026-11-06 01:00')], 60],
    [[gap('2026-11-04 12:00', '2026-11-09 12:00')], 1_440],
    [[gap('2026-11-06 10:00', '2026-11-06 11:00'), gap('2026-11-06 10:30', '2026-11-06 11:30')], 90],
    [[gap('2026-11-07 00:00', '2026-11-07 05:00')], 0],
  ])('was dead for so many minutes of the day', (gaps, minutes) =>
    expect(deadMinutes('2026-11-06', gaps)).toBe(minutes),
  );

  it.each([
    ['2026-11-06 07:59', null, ['2026-11-03', '2026-11-04']],
    ['2026-11-06 08:00', null, ['2026-11-03', '2026-11-04', '2026-11-05']],
    ['2026-11-06 08:00', '2026-11-04', ['2026-11-05']],
    ['2026-11-06 08:00', '2026-11-05', []],
    ['2026-11-03 12:00', null, []],
  ])('is certified at 08:00 for every whole day since the first beat: %s', (now, last, days) =>
    expect(daysToCertify(at('2026-11-03 10:00'), last, at(now))).toEqual(days),
  );

  it('is certified for no more than a month back', () => {
    expect(daysToCertify(at('2025-01-01 10:00'), null, at('2026-11-06 09:00'))).toHaveLength(31);
  });
});
