import type { AfterLine } from './afterwards.rules';
import {
  SAFETY_DAYS,
  checkInsOf,
  closedAt,
  daysAfter,
  mayChangeRating,
  mayRate,
  mayWishWithdrawal,
  reviewOf,
} from './afterwards.rules';

const CLOSED = '2026-03-02T03:00:00.000Z';
const after = (days: number): string => daysAfter(CLOSED, days);
const line = (kind: AfterLine['kind'], at: string, more: Partial<AfterLine> = {}): AfterLine => ({
  kind,
  at,
  data: {},
  toStatus: null,
  ...more,
});
const closing = line('recorded', CLOSED, { toStatus: 'recorded' });

describe('check-ins', () => {
  const states = (now: string, ...story: readonly AfterLine[]) =>
    checkInsOf(CLOSED, SAFETY_DAYS, [closing, ...story], now).map(({ state }) => state);
  const answer = (day: number, at: string) => line('safetyAnswered', at, { data: { day, safety: 'unsafe' } });

  it('are asked at 30, 90 and 180 days, one at a time', () => {
    expect(states(after(29))).toEqual(['later', 'later', 'later']);
    expect(states(after(30))).toEqual(['due', 'later', 'later']);
    expect(states(after(90))).toEqual(['missed', 'due', 'later']);
    expect(states(after(500))).toEqual(['missed', 'missed', 'due']);
  });

  it('are over once answered, with what was answered', () => {
    expect(states(after(31), answer(30, after(30)))).toEqual(['answered', 'later', 'later']);
    const [first] = checkInsOf(CLOSED, SAFETY_DAYS, [closing, answer(30, after(30))], after(31));
    expect(first).toMatchObject({ safe: false, answeredAt: after(30) });
  });

  it('begin anew when the case was closed anew', () => {
    const old = answer(30, daysAfter(CLOSED, -10));
    expect(states(after(30), old)).toEqual(['due', 'later', 'later']);
  });

  it('are not asked of an open case', () => expect(checkInsOf(null, SAFETY_DAYS, [], after(30))).toEqual([]));
});

describe('after closing', () => {
  it('knows the last closing, and none of an open case', () => {
    const story = [line('recorded', after(-9), { toStatus: 'recorded' }), closing, line('rated', after(1))];
    expect(closedAt('recorded', story)).toBe(CLOSED);
    expect(closedAt('received', story)).toBeNull();
  });

  it('lets a result be questioned within the days, once, where it can be reopened', () => {
    const until = (status: Parameters<typeof reviewOf>[0], now: string, ...story: readonly AfterLine[]) =>
      reviewOf(status, CLOSED, 30, [closing, ...story], now);
    expect(until('recorded', after(29))).toEqual({ state: 'open', at: after(30) });
    expect(until('recorded', after(30))).toEqual({ state: 'over', at: after(30) });
    expect(until('recorded', after(2), line('reviewAsked', after(1)))).toEqual({
      state: 'asked',
      at: after(1),
    });
    expect(until('withdrawn', after(1))).toBeNull();
  });

  it('rates what the desk brought to an end, and lets it be changed for thirty days', () => {
    expect((['recorded', 'ended'] as const).every(mayRate)).toBe(true);
    expect((['withdrawn', 'merged', 'ordered'] as const).some(mayRate)).toBe(false);
    expect([mayChangeRating(CLOSED, after(29)), mayChangeRating(CLOSED, after(30))]).toEqual([true, false]);
  });

  it('hears a wish to withdraw while the table of moves has such an arrow', () => {
    expect([mayWishWithdrawal('verifying'), mayWishWithdrawal('reported'), mayWishWithdrawal('recorded')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
