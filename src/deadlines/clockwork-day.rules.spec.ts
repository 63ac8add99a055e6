import type { ClockCertificate } from './clock-certificate.entity';
import { certified, vacantOffices } from './clockwork-day.rules';

const DAY: ClockCertificate = {
  province: 'NWT',
  day: '2026-12-15',
  madeAt: '2026-12-16T01:00:00.000Z',
  due: 5,
  fired: 3,
  passed: 1,
  latestLateness: 60,
  deadMinutes: 7,
  oldestUnsortedAt: '2026-12-14T02:03:04.567Z',
  failedNotices: 2,
};

describe('a certified day', () => {
  it('tells an auditor the figures, in whole days how long the oldest case waits, and nobody when it came', () => {
    const figures = { due: 5, fired: 3, passed: 1, oldestUnsortedDays: 1 };
    expect(certified(DAY, true)).toMatchObject({ isWhole: false, figures });
    expect(certified({ ...DAY, oldestUnsortedAt: null }, true).figures?.oldestUnsortedDays).toBeNull();
    expect(JSON.stringify(certified(DAY, true))).not.toContain('2026-12-14');
  });

  it('tells whom a case may be hidden from no count over all cases', () => {
    expect(certified({ ...DAY, due: 4 }, false)).toEqual({
      day: '2026-12-15',
      madeAt: '2026-12-16T01:00:00.000Z',
      deadMinutes: 7,
      isWhole: true,
      figures: null,
    });
  });
});

describe('the offices that the ladder climbs to', () => {
  const person = (role: 'desk_head' | 'executive' | 'administrator', deskUnit: 'alternative' | null = null) => ({
    roles: [role],
    deskUnit,
  });

  it('are vacant when nobody with an account holds them; the alternative unit’s head is not the desk’s', () => {
    expect(vacantOffices([person('administrator')])).toEqual(['desk_head', 'executive']);
    expect(vacantOffices([person('executive'), person('desk_head', 'alternative')])).toEqual(['desk_head']);
    expect(vacantOffices([person('executive'), person('desk_head')])).toEqual([]);
  });
});
