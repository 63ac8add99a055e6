import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A machine without the program leaves its tests out, by name. */
export const redisServerIsHere = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of a test's own on a free port, with nothing on disk: to be stopped, started again and set up wrongly. */
export class OwnRedis {
  private readonly folder = mkdtempSync(join(tmpdir(), 'phitak-redis-'));
  private process: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  /** On a port that was free a moment ago; not started. */
  static async at(): Promise<OwnRedis> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return new OwnRedis(port);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** @param options as on its command line. */
  async start(...options: readonly string[]): Promise<void> {
    const quiet = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.folder, '--save', ''];
    const child = spawn('redis-server', [...quiet, ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
    this.process = child;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}: ${said.slice(-200)}`)));
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/ready to accept connections/i.test(said)) resolve();
      });
    });
  }

  /** As a power cut: whoever is connected is cut off, and the next is refused. */
  async stop(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
