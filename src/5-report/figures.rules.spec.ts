import { figuresOf } from './figures.rules';

const NOW = '2026-11-20T03:00:00.000Z';
const line = (
  kind: 'sorted' | 'wordSent' | 'visitRecorded' | 'findingRecorded',
  at: string,
  toStatus = null as never,
) => ({ kind, at, toStatus, byKind: 'officer' }) as const;

const KNOWN = {
  file: { receivedOn: '2026-11-01', reopenedCount: 1, finding: 'founded' },
  story: [
    line('sorted', '2026-11-02T03:00:00.000Z', 'sorted' as never),
    line('sorted', '2026-11-03T18:00:00.000Z', 'sorted' as never),
    line('wordSent', '2026-11-04T03:00:00.000Z'),
    line('visitRecorded', '2026-11-10T03:00:00.000Z'),
    line('findingRecorded', '2026-11-19T03:00:00.000Z', 'verified' as never),
  ],
  referrals: [
    { state: 'final', closedAt: '2026-11-08T03:00:00.000Z', dueAt: '2026-11-09T09:30:00.000Z' },
    { state: 'final', closedAt: '2026-11-10T03:00:00.000Z', dueAt: '2026-11-09T09:30:00.000Z' },
    { state: 'final', closedAt: '2026-11-10T03:00:00.000Z', dueAt: null },
    { state: 'not_ours', closedAt: '2026-11-10T03:00:00.000Z', dueAt: null },
  ],
  clocks: [
    {
      clock: 'sort',
      clockNo: 1,
      dueAt: '2026-11-02T09:30:00.000Z',
      state: 'stopped',
      stopReason: 'done',
      metInTime: true,
    },
    {
      clock: 'verify',
      clockNo: 1,
      dueAt: '2026-11-12T09:30:00.000Z',
      state: 'stopped',
      stopReason: 'done',
      metInTime: false,
    },
    {
      clock: 'report',
      clockNo: 1,
      dueAt: '2026-11-27T09:30:00.000Z',
      state: 'running',
      stopReason: null,
      metInTime: null,
    },
    {
      clock: 'progress',
      clockNo: 1,
      dueAt: '2026-11-18T09:30:00.000Z',
      state: 'running',
      stopReason: null,
      metInTime: null,
    },
    {
      clock: 'no_news',
      clockNo: 1,
      dueAt: '2026-11-09T09:30:00.000Z',
      state: 'stopped',
      stopReason: 'next',
      metInTime: true,
    },
    {
      clock: 'no_news',
      clockNo: 2,
      dueAt: '2026-11-18T09:30:00.000Z',
      state: 'paused',
      stopReason: null,
      metInTime: null,
    },
  ],
} as const;

describe('the figures that are frozen with a report', () => {
  const figures = figuresOf(KNOWN, NOW);

  it('count the calendar days since receipt', () => {
    expect(figures).toMatchObject({ receivedOn: '2026-11-01', days: 19, reopened: 1, finding: 'founded' });
  });

  it('take the last time the case came to each status, as the day in Bangkok', () => {
    expect(figures.dates).toEqual({ sorted: '2026-11-04', referred: null, verifying: null, verified: '2026-11-19' });
  });

  it('count answers in time and late, and leave out those nobody can tell', () => {
    expect(figures.referrals).toEqual({ sent: 4, inTime: 1, late: 1, notOurs: 1, withdrawn: 0 });
  });

  it('count visits and words', () => {
    expect(figures).toMatchObject({ visits: 1, words: 1 });
  });

  it('say how each clock stands, and nothing of runs that passed quietly into the next', () => {
    expect(figures.clocks.map(({ clock, standing }) => [clock, standing])).toEqual([
      ['sort', 'in_time'],
      ['verify', 'late'],
      ['report', 'running'],
      ['progress', 'overdue'],
      ['no_news', 'paused'],
    ]);
  });
});
