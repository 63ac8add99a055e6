import type { Answer } from './client';
import { Client, json } from './client';
import { complaint } from './complaints';
import { median, medians } from './figures';
import { floor } from './floor';
import type { Place } from './homes';
import type { Load } from './load';
import { load, times } from './load';
import type { Options } from './options';
import { RunningServer } from './running-server';
import { SERVER } from './server-program';

const CLIENTS = 8;

/** People file and look up, eight at once and then one alone; beside it what neither can do without. */
export async function measureIntake({ env }: Place, options: Options) {
  const server = await RunningServer.start(SERVER, env);
  try {
    const memoryAtStart = server.program.memory ?? NaN;
    const reporters = new AtWork(server.origin, options);
    await reporters.warmUp();
    const rounds = [];
    for (let round = 0; round < options.rounds; round++) {
      const together = await reporters.together();
      rounds.push({ ...together, ...against(await reporters.alone(), await floor(env, options.alone)) });
    }
    const submissionErrors = rounds.reduce((sum, round) => sum + round.submissionErrors, 0);
    const statusErrors = rounds.reduce((sum, round) => sum + round.statusErrors, 0);
    const memoryAfterLoad = server.program.memory ?? NaN;
    return { ...medians(rounds), submissionErrors, statusErrors, memoryAtStart, memoryAfterLoad };
  } finally {
    await server.stop();
  }
}

class AtWork {
  private readonly receipts: string[] = [];
  private written = 0;

  constructor(
    private readonly origin: string,
    private readonly options: Options,
  ) {}

  async warmUp(): Promise<void> {
    const limit = { clients: CLIENTS, requests: 4 * CLIENTS, seconds: 10 };
    await load(this.origin, limit, 201, (client) => this.file(client));
  }

  async together() {
    const limit = { clients: CLIENTS, ...this.options.load };
    const filed: Load = await load(this.origin, limit, 201, (client) => this.file(client));
    const asked: Load = await load(this.origin, limit, 200, (client, no) => this.ask(client, no));
    return {
      submissionsPerSecond: filed.perSecond,
      submissionErrors: filed.errors,
      submissionP50: filed.p50,
      submissionP95: filed.p95,
      statusPerSecond: asked.perSecond,
      statusErrors: asked.errors,
      statusP50: asked.p50,
      statusP95: asked.p95,
    };
  }

  /** Medians, ms. */
  async alone() {
    const client = new Client(this.origin);
    const filed = await times(this.options.alone, 201, () => this.file(client));
    const asked = await times(this.options.alone, 200, (no) => this.ask(client, no));
    client.close();
    return { submissionAlone: median(filed), statusAlone: median(asked) };
  }

  private async file(client: Client): Promise<Answer> {
    const answer = await client.post('/api/v1/complaints', complaint(++this.written));
    if (answer.status === 201) this.receipts.push(json<{ receipt: string }>(answer).receipt);
    return answer;
  }

  private ask(client: Client, no: number): Promise<Answer> {
    return client.post('/api/v1/status', { receipt: this.receipts[no % this.receipts.length] });
  }
}

type Alone = Awaited<ReturnType<AtWork['alone']>>;

/** How much a request costs beyond its key derivation and, if it writes, one durable commit: 1 is nothing. */
const against = (alone: Alone, least: { readonly derivation: number; readonly commit: number }) => ({
  ...alone,
  ...least,
  submissionToFloor: alone.submissionAlone / (least.derivation + least.commit),
  statusToFloor: alone.statusAlone / least.derivation,
});
