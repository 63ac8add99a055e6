import type { Answer } from './client';
import { Client } from './client';
import { quantile } from './figures';

export interface Load {
  readonly perSecond: number;
  /** Answers of another status than the right one, and broken connections. */
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
}

interface Limit {
  readonly clients: number;
  readonly requests: number;
  readonly seconds: number;
}

/** Clients that each send the next request when the last one is answered. Times are of right answers only, ms. */
export async function load(
  origin: string,
  limit: Limit,
  rightStatus: number,
  ask: (client: Client, no: number) => Promise<Answer>,
): Promise<Load> {
  const times: number[] = [];
  let sent = 0;
  let errors = 0;
  const begun = performance.now();
  const goesOn = (): boolean => sent < limit.requests && performance.now() - begun < limit.seconds * 1_000;
  const one = async (client: Client): Promise<void> => {
    while (goesOn()) {
      const answer = await ask(client, sent++).catch(() => null);
      if (answer?.status === rightStatus) times.push(answer.ms);
      else errors += 1;
    }
    client.close();
  };
  await Promise.all(Array.from({ length: limit.clients }, () => one(new Client(origin))));
  const seconds = (performance.now() - begun) / 1_000;
  return { perSecond: times.length / seconds, errors, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** One after the other over one connection, ms each. @throws on another status. */
export async function times(
  count: number,
  rightStatus: number,
  ask: (no: number) => Promise<Answer>,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let no = 0; no < count; no++) {
    const { status, ms } = await ask(no);
    if (status !== rightStatus) throw new Error(`answered ${status} instead of ${rightStatus}`);
    taken.push(ms);
  }
  return taken;
}
