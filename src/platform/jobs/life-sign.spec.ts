import { setTimeout as wait } from 'node:timers/promises';
import { LifeSign, watchOver } from './life-sign';

describe('the life sign of a process', () => {
  it('counts whole minutes since the last beat, and no beat moves it back', () => {
    const life = new LifeSign();
    expect(life.ageMinutes('2026-11-20T03:00:00.000Z')).toBeNull();
    life.beat('2026-11-20T03:00:00.000Z');
    life.beat('2026-11-20T02:00:00.000Z');
    expect(life.ageMinutes('2026-11-20T03:07:59.000Z')).toBe(7);
    expect(life.ageMinutes('2026-11-20T02:59:00.000Z')).toBe(0);
  });

  it('knows a long round that gets on from one that stands still, and takes neither for a beat', async () => {
    const life = new LifeSign();
    await wait(30);
    const idle = life.idleSeconds;
    life.goes();
    expect(life.idleSeconds).toBeLessThan(idle);
    expect(life.ageMinutes('2026-11-20T03:00:00.000Z')).toBeNull();
  });

  it('ends a process whose clockwork stands still, and none that goes', async () => {
    const still = new LifeSign();
    const died = new Promise<number>((resolve) => watchOver(still, 1, resolve));
    const going = new LifeSign();
    let wrongly = false;
    const stop = watchOver(going, 1, () => (wrongly = true));
    const beats = setInterval(() => going.beat('2026-11-20T03:00:00.000Z'), 100);
    expect(await died).toBeGreaterThanOrEqual(1);
    await wait(300);
    clearInterval(beats);
    stop();
    expect(wrongly).toBe(false);
  });
});
