import { limitOf, standingOf } from './proceeding.rules';

const ENDED = { state: 'ended', dueOn: '2026-03-31' } as const;
const RUNNING = { state: 'running', dueOn: '2026-09-27' } as const;
const LATER = { state: 'running', dueOn: '2027-09-27' } as const;
const MISTAKE = { state: 'taken_back', dueOn: '2025-01-01' } as const;

describe('where a proceeding stands', () => {
  it('is bound by the first of its limits that run, or the last that ran', () => {
    expect(limitOf([ENDED, LATER, RUNNING, MISTAKE])).toBe('2026-09-27');
    expect(limitOf([ENDED, MISTAKE])).toBe('2026-03-31');
    expect(limitOf([MISTAKE])).toBeNull();
  });

  it('is overdue the day after a limit that runs, and never once ended', () => {
    const limits = [MISTAKE, ENDED, RUNNING];
    expect(standingOf({ endedOn: null }, limits, '2026-09-27')).toBe('open');
    expect(standingOf({ endedOn: null }, limits, '2026-09-28')).toBe('overdue');
    expect(standingOf({ endedOn: '2026-05-01' }, limits, '2026-09-28')).toBe('ended');
  });
});
