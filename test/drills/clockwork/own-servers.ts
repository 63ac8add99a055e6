import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { isRequired } from '../../harness/parts';
import { until } from './until';

const DEBIAN = '/usr/lib/postgresql';

/** Where initdb and postgres lie: the newest of Debian's, else on the PATH. */
function postgresBin(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((one) => join(DEBIAN, one, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

const onPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));

/** Whether a drill can start a PostgreSQL and a Redis of its own; `REQUIRE=servers` says that it must. */
export const canStartServers = (): boolean =>
  isRequired('servers') || (postgresBin() !== null && onPath('redis-server'));

/** Free now, and outside the range from which the system gives ports away while a server of ours is down. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

/** A server program as our child: it ends with us, whatever happens. */
class Child {
  private child: ChildProcess | null = null;
  private readonly orphan = (): void => void this.child?.kill('SIGKILL');

  get isUp(): boolean {
    return this.child !== null;
  }

  start(program: string, args: readonly string[], options: { cwd: string; uid?: number; gid?: number }): void {
    this.child = spawn(program, [...args], { ...options, stdio: 'ignore' });
    process.once('exit', this.orphan);
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child) return;
    this.child = null;
    process.off('exit', this.orphan);
    const ended = new Promise((resolve) => child.once('close', resolve));
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await ended;
    }
  }
}

/** A PostgreSQL of our own on a free port, with databases that are copies of one another. */
export class OwnPostgres {
  private readonly server = new Child();
  private readonly bin = postgresBin() ?? '';

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly owner: { readonly uid?: number; readonly gid?: number },
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'phitak-drill-pg-'));
    const owner = unprivileged();
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
    const postgres = new OwnPostgres(folder, await freePort(), owner);
    const made = spawnSync(
      join(postgres.bin, 'initdb'),
      ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { cwd: folder, ...owner, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr || String(made.error)}`);
    await postgres.begin();
    return postgres;
  }

  get isUp(): boolean {
    return this.server.isUp;
  }

  url(database: string): string {
    return `postgresql://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async begin(): Promise<void> {
    const data = join(this.folder, 'data');
    // Only the program dies in a drill, never the machine: what was written is there without fsync.
    const args = ['-D', data, '-p', String(this.port), '-k', this.folder, '-h', '127.0.0.1', '-c', 'fsync=off'];
    this.server.start(join(this.bin, 'postgres'), args, { cwd: this.folder, ...this.owner });
    await until('PostgreSQL answers', () => this.rows('postgres', 'SELECT 1').then(Boolean, () => false));
  }

  /** `fast`: everybody is cut off. `immediate`: as if it were killed; it recovers at its next start. */
  stop(how: 'fast' | 'immediate'): Promise<void> {
    return this.server.end(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
  }

  async copy(from: string, to: string): Promise<void> {
    await this.rows('postgres', `CREATE DATABASE ${to} TEMPLATE ${from}`);
  }

  async drop(database: string): Promise<void> {
    await this.rows('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  }

  /** On a connection of its own, so that no restart of the server is in its way. */
  async rows<Row extends object>(database: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.url(database) });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async remove(): Promise<void> {
    await this.stop('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian made for it. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A Redis of our own that keeps nothing: when it is stopped every job is gone. */
export class OwnRedis {
  private readonly server = new Child();

  private constructor(
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(): Promise<OwnRedis> {
    const folder = mkdtempSync(join(tmpdir(), 'phitak-drill-redis-'));
    const redis = new OwnRedis(folder, `redis://127.0.0.1:${await freePort()}`);
    await redis.begin();
    return redis;
  }

  get isUp(): boolean {
    return this.server.isUp;
  }

  async begin(): Promise<void> {
    const { port } = new URL(this.url);
    const keepsNothing = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    this.server.start('redis-server', ['--port', port, '--bind', '127.0.0.1', ...keepsNothing], { cwd: this.folder });
    await until('Redis answers', () => this.ask((redis) => redis.ping()).then(Boolean, () => false));
  }

  stop(): Promise<void> {
    return this.server.end('SIGTERM');
  }

  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }

  async remove(): Promise<void> {
    await this.server.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
