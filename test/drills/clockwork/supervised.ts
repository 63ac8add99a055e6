import { setTimeout as wait } from 'node:timers/promises';
import type { Ended, Env } from '../../bench/program';
import { Program } from '../../bench/program';

const BETWEEN_STARTS_MS = 1_000;

/** A program under a supervisor, as systemd or a container engine would run it: when it ends it is started again. */
export class Supervised {
  /** How it ended, each time. */
  readonly ends: Ended[] = [];
  private program: Program | null = null;
  private watching: Promise<void> = Promise.resolve();
  private isWanted = false;

  /** @param ready what it says once it is ready. */
  constructor(
    private readonly script: readonly string[],
    private readonly env: Env,
    private readonly ready: RegExp,
  ) {}

  get isUp(): boolean {
    return this.program !== null;
  }

  /** Once it is ready. */
  async start(): Promise<void> {
    this.isWanted = true;
    this.program = new Program(this.script, this.env);
    this.watching = this.watch(this.program);
    await this.program.says(this.ready);
  }

  /** kill -9; the supervisor starts it again only when told to. */
  async kill(): Promise<void> {
    this.isWanted = false;
    await this.program?.kill();
    await this.watching;
  }

  /** SIGTERM. @returns how it ended, and after how many milliseconds. */
  async stop(): Promise<{ readonly code: number | null; readonly ms: number }> {
    this.isWanted = false;
    const begun = performance.now();
    const ended = await this.program?.stop();
    await this.watching;
    return { code: ended?.code ?? null, ms: performance.now() - begun };
  }

  private async watch(first: Program): Promise<void> {
    for (let program = first; ; program = this.program = new Program(this.script, this.env)) {
      this.ends.push(await program.ended);
      this.program = null;
      if (this.isWanted) await wait(BETWEEN_STARTS_MS);
      if (!this.isWanted) return;
    }
  }
}
