import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { TooManyTries } from './access.errors';

/** So often a person mistypes without being slowed. */
const FREE = 5;
const LONGEST_MS = 30_000;
const FORGOTTEN_MS = 15 * 60_000;
const KNOWN = 10_000;

interface Failures {
  readonly count: number;
  readonly last: number;
}

/**
 * Slows whoever guesses, by name and address together, in the memory of this process. Nobody is locked out: the right
 * passphrase from another address is taken at once, and from the same one after half a minute at most.
 */
@Injectable()
export class Attempts {
  private readonly failures = new Map<string, Failures>();

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** @throws TooManyTries while this one has to wait; asking meanwhile makes it no longer. */
  mustWait(key: string): void {
    const left = this.leftMs(key);
    if (left > 0) throw new TooManyTries(Math.ceil(left / 1000));
  }

  /** Whether the growing delay of this key still runs: 1, 2, 4 … 30 seconds after the fifth failure. */
  isWaiting(key: string): boolean {
    return this.leftMs(key) > 0;
  }

  failed(key: string): void {
    const count = (this.known(key)?.count ?? 0) + 1;
    this.failures.delete(key);
    this.failures.set(key, { count, last: this.now() });
    const [oldest] = this.failures.keys();
    if (this.failures.size > KNOWN && oldest !== undefined) this.failures.delete(oldest);
  }

  succeeded(key: string): void {
    this.failures.delete(key);
  }

  private leftMs(key: string): number {
    const known = this.known(key);
    if (!known || known.count < FREE || !this.settings.rateLimits) return 0;
    const delay = Math.min(LONGEST_MS, 1000 * 2 ** Math.min(known.count - FREE, 10));
    return known.last + delay - this.now();
  }

  private known(key: string): Failures | undefined {
    const known = this.failures.get(key);
    return known && this.now() - known.last < FORGOTTEN_MS ? known : undefined;
  }

  private now(): number {
    return this.clock.date().getTime();
  }
}
