import { setTimeout as wait } from 'node:timers/promises';
import { Clock } from '../clock';
import { EmbeddedJobs } from './embedded.driver';

const DAY_MS = 86_400_000;

/** So far from the real time that a delay counted from the real one would be over at once, or never. */
class Ahead extends Clock {
  constructor(private readonly ms: number) {
    super();
  }

  override date(): Date {
    return new Date(Date.now() + this.ms);
  }
}

it.each([5 * DAY_MS, -5 * DAY_MS])('wakes by the clock of the house, not by the machine’s: %d ms off', async (ms) => {
  const clock = new Ahead(ms);
  const jobs = new EmbeddedJobs(clock);
  let turns = 0;
  jobs.repeat('deadlines.sweep', () => Promise.resolve(void turns++));
  await jobs.start();
  jobs.wake({ job: 'deadlines.sweep', notBefore: new Date(clock.date().getTime() + 300).toISOString() });
  await wait(100);
  expect(turns).toBe(1);
  for (let n = 0; n < 100 && turns < 2; n++) await wait(20);
  expect(turns).toBe(2);
  await jobs.stop();
});
