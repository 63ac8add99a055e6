import { isExtended, limitOf, standingOf } from './proceeding.rules';

const LIMIT = { dueOn: '2026-03-31', extensions: [] };
const EXTENDED = {
  dueOn: '2026-03-31',
  extensions: [
    { until: '2026-06-29', letterNo: 'ปช 0004/12', letterDate: '2026-03-20' },
    { until: '2026-09-27', letterNo: 'ปช 0004/34', letterDate: '2026-06-20' },
  ],
};

describe('the legal limit of a proceeding', () => {
  it('is what the law gave, until the body extends it', () => {
    expect(limitOf(LIMIT)).toBe('2026-03-31');
    expect(limitOf(EXTENDED)).toBe('2026-09-27');
  });

  it('counts as extended once, however often', () => {
    expect([LIMIT, EXTENDED].map(isExtended)).toEqual([false, true]);
  });

  it('is overdue the day after its last limit, and never once ended', () => {
    expect(standingOf({ ...EXTENDED, endedOn: null }, '2026-09-27')).toBe('open');
    expect(standingOf({ ...EXTENDED, endedOn: null }, '2026-09-28')).toBe('overdue');
    expect(standingOf({ ...LIMIT, endedOn: '2026-05-01' }, '2026-09-28')).toBe('ended');
  });
});
