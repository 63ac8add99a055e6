import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { readSettings } from '../../src/platform/config/settings';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { sql } from '../../src/platform/database/sql';
import { Client } from './client';
import { complaint } from './complaints';
import { median } from './figures';
import type { Env } from './program';
import { Program } from './program';
import { RunningServer } from './running-server';

const PROGRAM = join(__dirname, 'clockwork-program.js');
const DUE_AT = '2026-11-06T01:30:00.000Z';
const STARTED_AT = '2026-11-06T01:30:05.000Z';

const LOOK_MS = 250;
const PATIENCE_MS = 900_000;
const ALONE = 10;

/**
 * A server, and if need be a worker, starts on so many clocks that are due, while somebody files one report after the
 * other. Seconds from the first firing; milliseconds a submission; MiB of the server.
 * @throws when a clock was not told, or told twice.
 */
export async function fire(env: Env, due: number, processes: number) {
  const more = { ...env, BENCH_HOUR: STARTED_AT };
  const ledger = await Ledger.open(env);
  const workers = Array.from({ length: processes - 1 }, () => new Program([PROGRAM, 'worker'], more));
  const server = await RunningServer.start([PROGRAM], more);
  const reporter = new Client(server.origin);
  try {
    const submitted = await besides(reporter, ledger.until(due));
    await ledger.untilRead();
    const alone: number[] = [];
    for (let no = 0; no < ALONE; no++) alone.push(await submit(reporter));
    return {
      ...(await ledger.figures(due)),
      submissionLongest: Math.max(...submitted),
      submissionMedian: median(submitted),
      submissionAlone: median(alone),
      peakMemory: server.program.peakMemory ?? NaN,
    };
  } finally {
    reporter.close();
    await Promise.all([server.stop(), ...workers.map((worker) => worker.stop()), ledger.close()]);
  }
}

/** What the submissions took that began before the rest was over. */
async function besides(reporter: Client, rest: Promise<void>): Promise<readonly number[]> {
  const taken: number[] = [];
  let over = false;
  const ended = rest.finally(() => (over = true));
  while (!over) {
    taken.push(await submit(reporter));
    await Promise.race([ended, wait(50)]);
  }
  await ended;
  return taken;
}

async function submit(reporter: Client): Promise<number> {
  const { status, ms } = await reporter.post('/api/v1/complaints', complaint(0));
  if (status !== 201) throw new Error(`a submission was answered ${status}`);
  return ms;
}

/** Looks from outside at what has been written. */
class Ledger {
  private constructor(private readonly source: DataSource) {}

  static async open(env: Env): Promise<Ledger> {
    return new Ledger(await new DataSource(dataSourceOptions(readSettings(env), [], 'reads')).initialize());
  }

  /** Until so many rungs of the hour have fired. */
  until(due: number): Promise<void> {
    return this.look('SELECT COUNT(*) AS n FROM deadline_rung WHERE due_was = $1', [DUE_AT], (n) => n >= due);
  }

  /** Until everybody was told of what has fired. */
  untilRead(): Promise<void> {
    const text = `SELECT COUNT(*) AS n FROM case_event e JOIN notice_cursor c ON c.province = e.province
       WHERE e.kind = 'rungFired' AND e.seq > c.seq`;
    return this.look(text, [], (n) => n === 0);
  }

  async figures(due: number) {
    const [fired] = await this.ask<{ first: string; last: string; n: number; cases: number }>(
      `SELECT MIN(at) AS first, MAX(at) AS last, COUNT(*) AS n, COUNT(DISTINCT case_id) AS cases
       FROM case_event WHERE kind = 'rungFired'`,
    );
    const [told] = await this.ask<{ last: string; n: number }>(
      `SELECT MAX(n.at) AS last, COUNT(*) AS n FROM notice n JOIN case_event e ON e.id = n.event_id
       WHERE e.kind = 'rungFired'`,
    );
    const counts = [fired?.n, fired?.cases, told?.n].map(Number);
    if (!fired || !told || counts.some((count) => count !== due)) {
      throw new Error(`of ${due} clocks, ${counts.join(', ')} were told, in so many cases, and noted for somebody`);
    }
    const since = (instant: string): number => (Date.parse(instant) - Date.parse(fired.first)) / 1_000;
    return { firedIn: since(fired.last), perSecond: due / since(fired.last), toldIn: since(told.last) };
  }

  close(): Promise<void> {
    return this.source.destroy();
  }

  private async look(text: string, values: readonly string[], isDone: (n: number) => boolean): Promise<void> {
    for (const begun = performance.now(); performance.now() - begun < PATIENCE_MS; await wait(LOOK_MS)) {
      const [row] = await this.ask<{ n: number }>(text, values);
      if (isDone(Number(row?.n))) return;
    }
    throw new Error('the clockwork did not come to an end');
  }

  private ask<Row extends object>(text: string, values: readonly string[] = []): Promise<Row[]> {
    return sql<Row>(this.source.manager, text, values);
  }
}
