import { Injectable } from '@nestjs/common';
import { performance } from 'node:perf_hooks';

/** What this process knows of the clockwork: when it went round itself, and the last beat that was written. */
@Injectable()
export class LifeSign {
  private turned = performance.now();
  private beatAt: string | null = null;

  /** @param beatAt UTC instant. */
  beat(beatAt: string): void {
    this.goes();
    if (this.beatAt === null || beatAt > this.beatAt) this.beatAt = beatAt;
  }

  /** In the midst of a long round, after something was done: this process is not dead, though nothing is proved yet. */
  goes(): void {
    this.turned = performance.now();
  }

  /** Whole minutes since the last beat; null before the first. */
  ageMinutes(now: string): number | null {
    if (this.beatAt === null) return null;
    return Math.max(0, Math.floor((Date.parse(now) - Date.parse(this.beatAt)) / 60_000));
  }

  /** Seconds since this process last went round to the end, or did something on its way. */
  get idleSeconds(): number {
    return (performance.now() - this.turned) / 1_000;
  }
}

/**
 * Ends the process when its clockwork is dead, so that a supervisor starts a sound one: a process that answers pages and
 * forgets deadlines is worse than none. @returns stops watching
 */
export function watchOver(life: LifeSign, deadAfterSeconds: number, die: (idleSeconds: number) => void): () => void {
  const look = (): void => {
    if (life.idleSeconds > deadAfterSeconds) die(Math.round(life.idleSeconds));
  };
  const timer = setInterval(look, Math.max(250, deadAfterSeconds * 100)).unref();
  return () => clearInterval(timer);
}
