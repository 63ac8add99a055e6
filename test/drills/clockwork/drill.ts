import { instantAt, addDays, bangkokDay } from '../../../src/platform/thai/dates';
import { Client, json } from '../../bench/client';
import { complaint } from '../../bench/complaints';
import type { Env } from '../../bench/program';
import type { Delivered, PostOffice } from '../../harness/post-office';
import { SERVER, WORKER } from '../programs';
import type { Slip } from '../reporters';
import { OFFICER } from './life-before';
import type { MovedTime } from './moved-time';
import { freePort } from './own-servers';
import { Supervised } from './supervised';
import { until } from './until';
import type { Works } from './works';

/** One drill: a database of its own, real programs on it, and the clock they all follow. */
export class Drill {
  readonly processes: Supervised[] = [];
  private readonly lifesMails: number;
  origin = '';

  constructor(
    readonly works: Works,
    readonly database: string,
    private readonly env: Env,
    readonly time: MovedTime,
  ) {
    this.lifesMails = works.office.mails.length;
  }

  get office(): PostOffice {
    return this.works.office;
  }

  /** What life and this drill posted. */
  get mails(): readonly Delivered[] {
    return this.office.mails;
  }

  rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.works.postgres.rows<Row>(this.database, text, values);
  }

  async count(table: string, values: readonly unknown[] = []): Promise<number> {
    return Number((await this.rows<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`, values))[0]?.n);
  }

  /** `npm run worker`. */
  worker(more: Env = {}): Promise<Supervised> {
    return this.run(WORKER, /Phitak worker: bullmq/, more);
  }

  /** `npm start`; it keeps its port through restarts. */
  async server(more: Env = {}): Promise<Supervised> {
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    return this.run(SERVER, /listens on/, { PORT: String(port), RATE_LIMITS: 'off', ...more });
  }

  /** Somebody files a complaint. @returns the status and what she was handed. @throws when nobody listens */
  async file(no: number): Promise<{ readonly status: number; readonly slip: Slip }> {
    const client = new Client(this.origin);
    const answer = await client.post('/api/v1/complaints', complaint(no)).finally(() => client.close());
    return { status: answer.status, slip: json<Slip>(answer) };
  }

  /** An officer signs in and accepts a case at step 2. @returns the answer's status */
  async sort(number: string): Promise<number> {
    const officer = new Client(this.origin, { cookie: await this.signIn(OFFICER) });
    const sheet = { outcome: 'accept', type: 'service', corruptionAlleged: 'no', reasons: 'อยู่ในอำนาจ' };
    const { status } = await officer.post(`/api/v1/cases/${number}/sorting`, sheet).finally(() => officer.close());
    return status;
  }

  /** @returns the session's cookie */
  async signIn(who: { readonly username: string; readonly password: string }): Promise<string> {
    const nobody = new Client(this.origin);
    const { status, headers } = await nobody.post('/api/v1/sessions', who).finally(() => nobody.close());
    if (status !== 201) throw new Error(`sign-in answered ${status}`);
    return (headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
  }

  /** A round of the clockwork, begun from now on, has come to its end. */
  async roundsGo(): Promise<void> {
    const now = this.time.now;
    await until(
      'the clockwork goes round',
      async () => (await this.count('clock_pulse WHERE beat_at > $1', [now])) > 0,
    );
  }

  /** Nothing is due, the story is told to its end, and whatever may be posted now is posted or given up. */
  async settled(ahead = 0): Promise<void> {
    await until('everything due is done', async () => (await this.left(ahead)) === 0);
  }

  /** How many rungs, story lines and notices wait. @param ahead seconds by which some process's clock is ahead of ours */
  async left(ahead = 0): Promise<number> {
    const [row] = await this.rows<{ n: string }>(
      `SELECT (SELECT COUNT(*) FROM deadline WHERE next_rung_at <= $1)
            + (SELECT COUNT(*) FROM case_event e WHERE e.seq > (SELECT seq FROM notice_cursor))
            + (SELECT COUNT(*) FROM notice WHERE next_at <= $1) AS n`,
      [new Date(Date.parse(this.time.now) + ahead * 1_000).toISOString()],
    );
    return Number(row?.n);
  }

  /** The next morning, when the day before is certified and nothing new has come yet. */
  async untilCertified(): Promise<void> {
    const day = bangkokDay(this.time.now);
    this.time.moveTo(instantAt(addDays(day, 1), '08:05'));
    await this.works.waking((wake) => wake('deadlines.sweep'));
    await until(
      'the day is certified',
      async () => (await this.count('clock_certificate WHERE day = $1', [day])) === 1,
    );
  }

  async end(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.kill()));
    await this.works.restore();
    this.office.beforeTaking = () => Promise.resolve();
    this.office.mails.length = this.lifesMails;
    await this.works.postgres.drop(this.database);
  }

  private async run(script: readonly string[], ready: RegExp, more: Env): Promise<Supervised> {
    const program = new Supervised(script, { ...this.env, TEST_CLOCK_OFFSET_FILE: this.time.file, ...more }, ready);
    this.processes.push(program);
    await program.start();
    return program;
  }
}
