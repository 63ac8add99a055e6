import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../../src/platform/root';

export type Env = Readonly<Record<string, string>>;

/** How a program came to its end; `code` is null when a signal ended it. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One of our programs in a process of its own; of our environment it gets PATH and nothing else. */
export class Program {
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcessByStdio<null, Readable, Readable>;
  private stdout = '';
  private stderr = '';

  /** @param script what Node is given: the file to run, with options in front if need be. */
  constructor(script: readonly string[], env: Env) {
    this.child = spawn(process.execPath, [...script], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout.on('data', (text: Buffer) => (this.stdout += text.toString()));
    this.child.stderr.on('data', (text: Buffer) => (this.stderr += text.toString()));
    const orphan = (): boolean => this.child.kill('SIGKILL');
    process.once('exit', orphan);
    this.child.once('close', () => process.off('exit', orphan));
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr }));
    });
  }

  /** Resident memory in MiB, where the operating system tells it (Linux); else null. */
  get memory(): number | null {
    return this.mebibytes('VmRSS');
  }

  /** The most that it ever was. */
  get peakMemory(): number | null {
    return this.mebibytes('VmHWM');
  }

  /** Waits for words on stdout. @throws with what it said instead, when it ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let end: Ended | null = null;
    void this.ended.then((ended) => (end = ended));
    for (;;) {
      const found = pattern.exec(this.stdout);
      if (found) return found;
      if (end) throw new Error(`the program ended instead of saying "${pattern.source}": ${this.stderr}`);
      await wait(5);
    }
  }

  /** kill -9: nothing in the program hears of it. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end, as a supervisor does. */
  async stop(): Promise<Ended> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  private mebibytes(field: string): number | null {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    } catch {
      return null;
    }
  }
}
