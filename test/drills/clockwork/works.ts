import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue, QueueEvents } from 'bullmq';
import { readSettings } from '../../../src/platform/config/settings';
import type { TimerName } from '../../../src/platform/jobs/timers';
import type { Env } from '../../bench/program';
import { PostOffice } from '../../harness/post-office';
import { Drill } from './drill';
import { LIFE_ENDS, liveUntilLifeEnds } from './life-before';
import { MovedTime } from './moved-time';
import { OwnPostgres, OwnRedis } from './own-servers';

const LIFE = 'life';
/** The prefix and the queue have the same name. */
const QUEUE = 'phitak';
const LONGEST_TURN_MS = 900_000;

/** A PostgreSQL, a Redis and a mail server of our own, and the database that every drill begins with a copy of. */
export class Works {
  private count = 0;

  private constructor(
    readonly postgres: OwnPostgres,
    readonly redis: OwnRedis,
    readonly office: PostOffice,
    private readonly folder: string,
    private readonly mail: Env,
  ) {}

  /** @param cases how many life left. */
  static async open(cases: number): Promise<Works> {
    const postgres = await OwnPostgres.start();
    try {
      const redis = await OwnRedis.start();
      const office = new PostOffice();
      const mail = { SMTP_URL: await office.open(), MAIL_FROM: 'สำนักงาน <notice@office.example>' };
      const works = new Works(postgres, redis, office, mkdtempSync(join(tmpdir(), 'phitak-drill-')), mail);
      await postgres.rows('postgres', `CREATE DATABASE ${LIFE}`);
      await liveUntilLifeEnds(readSettings(works.environment(LIFE)), cases);
      return works;
    } catch (error) {
      await postgres.remove();
      throw error;
    }
  }

  /** A copy of that life and a clock that stands at its end; every mail so far was posted in it. */
  async begin(): Promise<Drill> {
    const database = `drill_${++this.count}`;
    await this.postgres.copy(LIFE, database);
    await this.redis.ask((redis) => redis.flushall());
    const time = new MovedTime(join(this.folder, `${database}.clock`), LIFE_ENDS);
    return new Drill(this, database, this.environment(database), time);
  }

  /** Whatever a drill that failed left stopped. */
  async restore(): Promise<void> {
    if (!this.postgres.isUp) await this.postgres.begin();
    if (!this.redis.isUp) await this.redis.begin();
    if (!this.office.isOpen) await this.office.open();
  }

  async remove(): Promise<void> {
    await this.office.close();
    await this.redis.remove();
    await this.postgres.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Wake-ups as any process sends them; each ends with the turn that it woke, in whichever process. */
  async waking(work: (wake: (job: TimerName) => Promise<void>) => Promise<void>): Promise<void> {
    const options = { connection: { url: this.redis.url }, prefix: QUEUE };
    const events = new QueueEvents(QUEUE, options);
    const queue = new Queue(QUEUE, options);
    events.on('error', () => undefined);
    queue.on('error', () => undefined);
    try {
      await events.waitUntilReady();
      await work(async (job) => {
        const added = await queue.add(job, {}, { removeOnComplete: { count: 50 } });
        await added.waitUntilFinished(events, LONGEST_TURN_MS);
      });
    } finally {
      await queue.close();
      await events.close();
    }
  }

  /** How many wake-ups have come by Redis since it last began. */
  async wakeUpsCome(): Promise<number> {
    const events = await this.redis.ask((redis) => redis.xrange(`${QUEUE}:${QUEUE}:events`, '-', '+'));
    return events.filter(([, fields]) => fields.includes('completed')).length;
  }

  private environment(database: string): Env {
    return {
      DATABASE_URL: this.postgres.url(database),
      REDIS_URL: this.redis.url,
      DATA_DIR: join(this.folder, 'data'),
      SERVER_SECRET_FILE: join(this.folder, 'server.secret'),
      LOG_LEVEL: 'warn',
      ...this.mail,
    };
  }
}
