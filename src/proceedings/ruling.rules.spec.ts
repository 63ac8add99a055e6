import { STATUSES } from '../cases/moves.rules';
import { RULING_STATES, mayBeOverturned, mayBeRuled } from './ruling.rules';

describe('a ruling', () => {
  it('comes any time after sorting, on closed cases too, and on a merged one in its main case', () => {
    const without = STATUSES.filter((status) => !mayBeRuled({ status, reopenedCount: 0 }));
    expect(without).toEqual(['received', 'merged']);
  });

  it('may come while a reopened case waits to be sorted again', () => {
    expect(mayBeRuled({ status: 'received', reopenedCount: 1 })).toBe(true);
  });

  it('is overturned only when it stands', () => {
    expect(RULING_STATES.filter(mayBeOverturned)).toEqual(['made']);
  });
});
