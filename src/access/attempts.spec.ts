import { SetClock } from '../platform/clock';
import { readSettings } from '../platform/config/settings';
import { TooManyTries } from './access.errors';
import { Attempts } from './attempts';

const START = Date.parse('2026-11-20T03:00:00.000Z');

describe('wrong tries', () => {
  const clock = new SetClock();
  const after = (seconds: number): void => clock.set(new Date(START + seconds * 1000).toISOString());
  let attempts: Attempts;
  const fail = (times: number, key = 'a'): void => Array.from({ length: times }).forEach(() => attempts.failed(key));
  const wait =
    (key = 'a') =>
    (): void =>
      attempts.mustWait(key);

  beforeEach(() => {
    after(0);
    attempts = new Attempts(clock, readSettings({}));
  });

  it('cost nothing four times, then twice as long each time, half a minute at most', () => {
    fail(4);
    expect(wait()).not.toThrow();
    for (const [at, seconds] of [
      [0, 1],
      [1, 2],
      [3, 4],
      [7, 8],
      [15, 16],
      [31, 30],
      [61, 30],
    ] as const) {
      after(at);
      expect(wait()).not.toThrow();
      fail(1);
      after(at + seconds - 0.001);
      expect(wait()).toThrow(TooManyTries);
    }
  });

  it('are counted for one key alone', () => {
    fail(9);
    expect(wait('b')).not.toThrow();
  });

  it('grow no longer by asking too early, and end with the right one', () => {
    fail(6);
    for (let tries = 0; tries < 20; tries++) expect(wait()).toThrow('Wait 2 seconds');
    after(2);
    expect(wait()).not.toThrow();
    attempts.succeeded('a');
    fail(1);
    expect(wait()).not.toThrow();
  });

  it('are forgotten after a quarter of an hour', () => {
    fail(12);
    after(900);
    fail(1);
    expect(wait()).not.toThrow();
  });

  it('do not fill the memory', () => {
    for (let no = 0; no < 10_050; no++) fail(1, `name ${no}`);
    expect((attempts as unknown as { failures: Map<string, object> }).failures.size).toBe(10_000);
  });

  it('cost nothing when limits are off', () => {
    attempts = new Attempts(clock, readSettings({ RATE_LIMITS: 'off' }));
    fail(20);
    expect(wait()).not.toThrow();
  });
});
