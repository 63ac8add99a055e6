import type { ExtensionRule } from '../agencies/profile.clocks';
import { grantorOf, mayDecide, refusalOf } from './extension.rules';
import { pauseEnd } from './pause.rules';
import { at } from './testing/calendars';

const verify: ExtensionRule = { times: 2, cap: { unit: 'c', amount: 30 }, grantors: ['desk_head', 'executive'] };
const thirty = { unit: 'c', amount: 30 } as const;
const granted = { state: 'granted' } as const;

describe('asking for more time', () => {
  it('is possible as often and as long as the clock allows', () => {
    expect(refusalOf(verify, [], thirty)).toBeNull();
    expect(refusalOf(verify, [granted], thirty)).toBeNull();
    expect(refusalOf(verify, [granted, granted], thirty)).toBe('too_often');
    expect(refusalOf(verify, [], { unit: 'c', amount: 31 })).toBe('too_long');
    expect(refusalOf(verify, [], { unit: 'w', amount: 3 })).toBe('too_long');
    expect(refusalOf(null, [], thirty)).toBe('never');
  });

  it('waits for the answer to the last request; what was refused or undone does not count', () => {
    expect(refusalOf(verify, [{ state: 'asked' }], thirty)).toBe('waiting');
    expect(refusalOf({ ...verify, times: 1 }, [{ state: 'refused' }, { state: 'undone' }], thirty)).toBeNull();
  });

  it('is decided by the head first and the executive second', () => {
    expect(grantorOf(verify, [], ['desk_officer'])).toBe('desk_head');
    expect(grantorOf(verify, [granted], ['desk_officer'])).toBe('executive');
  });

  it('is decided by the executive when the head asks: nobody grants her own', () => {
    expect(grantorOf(verify, [], ['desk_head'])).toBe('executive');
    expect(mayDecide(['desk_head'], 'executive')).toBe(false);
    expect(mayDecide(['executive'], 'desk_head')).toBe(false);
    expect(mayDecide(['desk_head', 'executive'], 'executive')).toBe(true);
  });
});

describe('a pause', () => {
  const rule = { allowed: true, maxDays: 15 };

  it('ends by itself after so many days in all', () => {
    expect(pauseEnd(rule, [], at('2026-11-02 10:00'))).toBe(at('2026-11-17 10:00'));
    const earlier = [{ from: at('2026-10-01 10:00'), until: at('2026-10-11 10:00') }];
    expect(pauseEnd(rule, earlier, at('2026-11-02 10:00'))).toBe(at('2026-11-07 10:00'));
    expect(pauseEnd(rule, [...earlier, ...earlier], at('2026-11-02 10:00'))).toBe(at('2026-11-02 10:00'));
  });

  it('has no end of its own where the rule sets no limit', () => {
    expect(pauseEnd({ allowed: true, maxDays: null }, [], at('2026-11-02 10:00'))).toBeNull();
  });
});
