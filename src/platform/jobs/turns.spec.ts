import { setTimeout as wait } from 'node:timers/promises';
import type { JobHandler } from './job-port';
import type { TimerName } from './timers';
import { Turns } from './turns';

it('tells a run in its midst that the process ends, and begins no other', async () => {
  let steps = 0;
  const handler: JobHandler = async (mayGoOn) => {
    while (mayGoOn()) {
      steps++;
      await wait(5);
    }
  };
  const turns = new Turns(new Map<TimerName, JobHandler>([['notices.send', handler]]));
  turns.begin();
  void turns.run('notices.send');
  void turns.run('notices.send');
  await wait(30);
  expect(steps).toBeGreaterThan(0);
  await turns.end();
  const atTheEnd = steps;
  await wait(30);
  expect(steps).toBe(atTheEnd);
});
