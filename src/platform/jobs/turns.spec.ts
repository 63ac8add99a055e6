import { setTimeout as wait } from 'node:timers/promises';
import type { JobHandler } from './job-port';
import type { TimerName } from './timers';
import { Turns } from './turns';

const JOB = 'notices.read';

/** A handler that runs until it is let go. */
class Slow {
  runs = 0;
  private letGo: () => void = () => undefined;

  readonly handler = (): Promise<void> => {
    this.runs += 1;
    return new Promise((resolve) => (this.letGo = resolve));
  };

  async finish(): Promise<void> {
    this.letGo();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('turns of a job', () => {
  let slow: Slow;
  let turns: Turns;
  beforeEach(async () => {
    slow = new Slow();
    turns = new Turns(new Map([[JOB, slow.handler]]));
    turns.begin();
    void turns.run(JOB);
    await Promise.resolve();
  });

  it('however often it is woken during a run, it runs once more after it', async () => {
    for (let woken = 0; woken < 50; woken++) void turns.run(JOB);
    expect(slow.runs).toBe(1);
    await slow.finish();
    expect(slow.runs).toBe(2);
    await slow.finish();
    expect(slow.runs).toBe(2);
  });

  it('whoever wakes it during a run waits for a run that began later', async () => {
    let seen = 0;
    const woken = turns.run(JOB).then(() => (seen = slow.runs));
    await slow.finish();
    expect(seen).toBe(0);
    await slow.finish();
    await woken;
    expect(seen).toBe(2);
  });

  it('is not held up by a run that failed', async () => {
    let runs = 0;
    const failing = new Turns(new Map([[JOB, () => Promise.reject(new Error(`on purpose: ${++runs}`))]]));
    failing.begin();
    await failing.run(JOB);
    await failing.run(JOB);
    expect(runs).toBe(2);
  });

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
});
