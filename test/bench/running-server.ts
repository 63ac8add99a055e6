import { Client } from './client';
import type { Env } from './program';
import { Program } from './program';

/** The real server program in a process of its own, on a free port, without limits on requests. */
export class RunningServer {
  private constructor(
    readonly program: Program,
    readonly origin: string,
    /** From spawn to the first `/health/ready` that says so, ms. */
    readonly startedIn: number,
  ) {}

  /** @param script how Node runs `main`. @throws with the server's own line when it refuses to start. */
  static async start(script: readonly string[], env: Env): Promise<RunningServer> {
    const begun = performance.now();
    const program = new Program(script, { PORT: '0', RATE_LIMITS: 'off', ...env });
    const [, port] = await program.says(/listens on http:\/\/localhost:(\d+)/);
    const origin = `http://127.0.0.1:${port}`;
    const client = new Client(origin);
    const { status } = await client.get('/health/ready').finally(() => client.close());
    if (status === 200) return new RunningServer(program, origin, performance.now() - begun);
    await program.kill();
    throw new Error(`/health/ready answered ${status}`);
  }

  kill(): Promise<void> {
    return this.program.kill();
  }

  async stop(): Promise<void> {
    await this.program.stop();
  }
}
