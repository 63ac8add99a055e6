import type { Rung } from '../agencies/profile.clocks';
import { nextRungAt, rungsDue, rungsOf } from './ladder.rules';
import { at, calendarWith, ruleWith } from './testing/calendars';

const rung = (no: number, unit: 'c' | 'w', amount: number, who: Rung['who'] = 'agency'): Rung => ({
  rung: no,
  after: { unit, amount },
  who,
  notice: `reminder_${no}`,
});
const answer = ruleWith({
  unit: 'c',
  amount: 15,
  ladder: [rung(1, 'c', 0), rung(2, 'c', 7), rung(3, 'c', 12), rung(4, 'c', 12, 'governor_list')],
});

describe('the ladder', () => {
  it('reminds the agency on the due date, at +7 and at +12, each at 08:30', () => {
    const rungs = rungsOf(answer, at('2026-11-17 16:30'), calendarWith());
    expect(rungs.map(({ rung, at }) => [rung, at]).slice(0, 2)).toEqual([
      [1, at('2026-11-17 08:30')],
      [2, at('2026-11-24 08:30')],
    ]);
    expect(rungs[2]).toEqual({ rung: 3, at: at('2026-11-30 08:30'), who: 'agency', notice: 'reminder_3' });
  });

  it('says nothing on a weekend or a holiday: the next working day does', () => {
    const rungs = rungsOf(answer, at('2026-11-27 16:30'), calendarWith(['2026-12-04', '2026-12-07']));
    expect(rungs.slice(1, 3).map((one) => one.at)).toEqual([at('2026-12-08 08:30'), at('2026-12-09 08:30')]);
  });

  it('of a clock of hours speaks once the time has passed, not on the morning before', () => {
    const rule = ruleWith({ unit: 'h', amount: 24, ladder: [rung(1, 'c', 0, 'desk_head')] });
    expect(rungsOf(rule, at('2026-11-18 23:30'), calendarWith())[0]?.at).toBe(at('2026-11-19 08:30'));
    expect(rungsOf(rule, at('2026-11-20 10:00'), calendarWith())[0]?.at).toBe(at('2026-11-23 08:30'));
  });

  it('after an outage lets the highest rung alone speak and records the lower ones', () => {
    const rungs = rungsOf(answer, at('2026-11-17 16:30'), calendarWith());
    const { speaks, passed } = rungsDue(rungs, [1], at('2026-11-30 09:00'));
    expect(speaks?.rung).toBe(4);
    expect(passed.map(({ rung }) => rung)).toEqual([2, 3]);
    expect(rungsDue(rungs, [1, 2, 3, 4], at('2027-01-04 09:00'))).toEqual({ speaks: null, passed: [] });
  });

  it('knows when it has to be looked at next', () => {
    const rungs = rungsOf(answer, at('2026-11-17 16:30'), calendarWith());
    expect(nextRungAt(rungs, [])).toBe(at('2026-11-17 08:30'));
    expect(nextRungAt(rungs, [1])).toBe(at('2026-11-24 08:30'));
    expect(nextRungAt(rungs, [1, 2, 3, 4])).toBeNull();
  });
});
