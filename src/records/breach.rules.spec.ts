import { dueAt, personsAreOwed, regulatorState } from './breach.rules';

describe('telling the regulator of a breach', () => {
  const noticedAt = '2026-11-20T20:00:00.000Z';
  const known = { noticedAt, risk: 'risk', regulatorToldAt: null, personsToldOn: null } as const;

  it('is due 72 hours after it was noticed, weekends and holidays included', () => {
    expect(dueAt(noticedAt)).toBe('2026-11-23T20:00:00.000Z');
  });

  it.each([
    [{}, '2026-11-23T20:00:00.000Z', 'due'],
    [{}, '2026-11-23T20:00:00.001Z', 'late'],
    [{ risk: 'high' as const }, '2026-11-23T20:00:00.001Z', 'late'],
    [{ risk: 'low' as const }, '2027-01-01T00:00:00.000Z', 'none'],
    [{ regulatorToldAt: '2026-11-23T20:00:00.000Z' }, '2027-01-01T00:00:00.000Z', 'told'],
    [{ regulatorToldAt: '2026-11-23T20:01:00.000Z' }, '2027-01-01T00:00:00.000Z', 'toldLate'],
  ])('%j at %s: %s', (change, now, state) => expect(regulatorState({ ...known, ...change }, now)).toBe(state));

  it('is not all when the risk is high: the persons are told too', () => {
    expect(personsAreOwed({ risk: 'high', personsToldOn: null })).toBe(true);
    expect(personsAreOwed({ risk: 'high', personsToldOn: '2026-11-22' })).toBe(false);
    expect(personsAreOwed({ risk: 'risk', personsToldOn: null })).toBe(false);
  });
});
