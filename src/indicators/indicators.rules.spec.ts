import * as fc from 'fast-check';
import { allowedCount, changeOf, judgeFall, judgeShare, percentOf, whyChanged } from './indicators.rules';

const year = { running: false, sameMonthsBase: null };

describe('a count that should fall', () => {
  it.each([
    [40, 20, 32],
    [3, 20, 2],
    [6, 35, 3],
    [0, 20, 0],
    [10, 10, 9],
    [1000, 0.1, 999],
    [29, 100, 0],
    [7, 0, 7],
  ])('allows of %i less %d %% exactly %i', (base, percent, allowed) => {
    expect(allowedCount(base, percent)).toBe(allowed);
  });

  it('never loses one to the rounding of the machine', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 10_000 }), (base, basisPoints) => {
        const allowed = BigInt(allowedCount(base, basisPoints / 100));
        expect(allowed).toBe((BigInt(base) * BigInt(10_000 - basisPoints)) / 10_000n);
      }),
    );
  });

  it('judges the examples of the form (WORDING §4, table 5)', () => {
    expect(judgeFall({ target: 20, base: 40, current: 34, ...year })).toMatchObject({
      allowed: 32,
      change: 0.15,
      changeCount: 6,
      verdict: 'not_reached',
      warnings: [],
    });
    expect(judgeFall({ target: 20, base: 3, current: 1, ...year })).toMatchObject({
      allowed: 2,
      changeCount: 2,
      verdict: 'reached',
      warnings: ['under_five'],
    });
    expect(judgeFall({ target: 20, base: 0, current: 0, ...year })).toMatchObject({
      allowed: null,
      change: null,
      changeCount: 0,
      verdict: 'cannot_be_computed',
      warnings: ['base_zero'],
    });
    expect(judgeFall({ target: 35, base: 6, current: 4, ...year })).toMatchObject({
      allowed: 3,
      change: 0.3333,
      verdict: 'not_reached',
    });
  });

  it('compares a running year with the same months, and judges nothing before it is over', () => {
    const running = { target: 20, base: 40, running: true };
    expect(judgeFall({ ...running, current: 9, sameMonthsBase: 12 })).toMatchObject({
      allowed: 32,
      change: 0.25,
      changeCount: 3,
      verdict: 'year_not_over',
      warnings: ['same_months'],
    });
    expect(judgeFall({ ...running, current: 9, sameMonthsBase: null })).toMatchObject({
      change: null,
      changeCount: null,
      verdict: 'year_not_over',
      warnings: ['same_months_unknown'],
    });
  });

  it('says so when there is no target or no base, and never calls more complaints wrong', () => {
    expect(judgeFall({ target: null, base: 10, current: 4, ...year }).verdict).toBe('no_target');
    expect(judgeFall({ target: 20, base: null, current: 4, ...year })).toMatchObject({
      verdict: 'cannot_be_computed',
      warnings: ['no_base'],
    });
    expect(judgeFall({ target: 20, base: 10, current: 14, ...year }).warnings).toContain('more_may_mean_trust');
    expect(changeOf(10, 14)).toBe(-0.4);
  });
});

describe('a share within a bound', () => {
  it('is reached on the bound itself', () => {
    const target = { kind: 'at_most', value: 20 } as const;
    expect(judgeShare({ target, numerator: 5, denominator: 25, running: false }).verdict).toBe('reached');
    expect(judgeShare({ target, numerator: 6, denominator: 25, running: false }).verdict).toBe('not_reached');
    const all = { kind: 'at_least', value: 100 } as const;
    expect(judgeShare({ target: all, numerator: 25, denominator: 25, running: false }).verdict).toBe('reached');
    expect(judgeShare({ target: all, numerator: 24, denominator: 25, running: false }).verdict).toBe('not_reached');
    expect(percentOf(4, 25)).toBe(16);
  });

  it('is not measured when nothing was recorded', () => {
    const nothing = { target: { kind: 'at_most', value: 3 }, numerator: 0, denominator: 0, running: false } as const;
    expect(judgeShare(nothing)).toMatchObject({
      allowed: null,
      verdict: 'cannot_be_computed',
      warnings: ['not_measured'],
    });
    expect(percentOf(0, 0)).toBeNull();
  });
});

describe('why a count changed', () => {
  it('adds up exactly, whatever happened in both years', () => {
    const n = fc.nat({ max: 50 });
    const cases = fc
      .record({ counted: n, refused: n, merged: n, reclassified: n, unsorted: n, late: n })
      .map(({ late, ...fates }) => {
        const received = Object.values(fates).reduce((sum, one) => sum + one, 0);
        return { ...fates, received, enteredLate: Math.min(late, received) };
      });
    fc.assert(
      fc.property(cases, cases, n, (before, now, typed) => {
        const parts = Object.values(whyChanged(typed, before, now)) as number[];
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(typed - now.counted);
      }),
    );
  });
});
