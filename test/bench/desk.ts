import { Client } from './client';
import { medians, quantile } from './figures';
import type { Credentials } from './filler';
import { Filler } from './filler';
import type { Place } from './homes';
import { times } from './load';
import type { Options } from './options';
import { RunningServer } from './running-server';
import { SERVER } from './server-program';
import type { Env } from './program';
import { startOn } from './starts';

/** Lists and pages over so many cases, ms; `startedIn` is the median start on them. */
export interface DeskFigures {
  readonly cases: number;
  readonly worklistP50: number;
  readonly worklistP95: number;
  readonly statisticsP50: number;
  readonly statisticsP95: number;
  readonly startedIn: number;
}

const WORKLIST = '/api/v1/cases';
const STATISTICS = '/statistics';

/** The head of the desk looks at her list, anybody at the statistics, over ever more cases; one after the other. */
export async function measureDesk({ env }: Place, options: Options, tell: (what: string) => void) {
  const figures: DeskFigures[] = [];
  let head: Credentials | null = null;
  for (const cases of options.sizes) {
    tell(`${cases} cases`);
    const filler = await Filler.open(env);
    head ??= await filler.addDeskHead();
    await filler.fillUpTo(cases);
    await filler.close();
    const startedIn = await startOn(env, options.starts);
    figures.push({ cases, startedIn, ...(await measureReads(env, head, options)) });
  }
  return figures;
}

async function measureReads(env: Env, head: Credentials, { rounds, reads }: Options) {
  const server = await RunningServer.start(SERVER, env);
  const officer = await signedIn(server.origin, head);
  const anybody = new Client(server.origin);
  const taken = [];
  for (let round = 0; round <= rounds; round++) {
    const worklist = await times(reads, 200, () => officer.get(WORKLIST));
    const statistics = await times(reads, 200, () => anybody.get(STATISTICS));
    taken.push({
      worklistP50: quantile(worklist, 0.5),
      worklistP95: quantile(worklist, 0.95),
      statisticsP50: quantile(statistics, 0.5),
      statisticsP95: quantile(statistics, 0.95),
    });
  }
  officer.close();
  anybody.close();
  await server.stop();
  return medians(taken.slice(1)); // the first round warms up
}

async function signedIn(origin: string, head: Credentials): Promise<Client> {
  const door = new Client(origin);
  const { status, headers } = await door.post('/api/v1/sessions', head);
  door.close();
  const [cookie] = headers['set-cookie'] ?? [];
  if (status !== 201 || !cookie) throw new Error(`sign-in answered ${status}`);
  return new Client(origin, { cookie: cookie.split(';')[0] ?? '' });
}
