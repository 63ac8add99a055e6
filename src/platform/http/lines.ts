import type { Response } from 'express';

/** Twenty-five a second go on from one address once it has used up its minute. */
const PACE_MS = 40;
/** Eight seconds of waiting; whoever comes after that is told to try again. */
const LONGEST_LINE = 200;

type Turn = () => void;

/**
 * A line for each address that asks too much, in process memory: first come, first served, at a walking pace. So one who
 * floods waits for himself, and whoever shares the address with him (an office, all of Tor) waits seconds, not a minute.
 */
export class Lines {
  private readonly waiting = new Map<string, Set<Turn>>();

  /** When its turn has come: true. At once false when the line is full. Who goes away leaves the line. */
  wait(address: string, response: Response): Promise<boolean> {
    const line = this.waiting.get(address) ?? this.begin(address);
    if (line.size >= LONGEST_LINE) return Promise.resolve(false);
    return new Promise((resolve) => {
      const turn = (): void => resolve(true);
      line.add(turn);
      response.once('close', () => line.delete(turn));
    });
  }

  private begin(address: string): Set<Turn> {
    const line = new Set<Turn>();
    this.waiting.set(address, line);
    const pace = setInterval(() => {
      const [next] = line;
      if (next && line.delete(next)) return next();
      clearInterval(pace);
      this.waiting.delete(address);
    }, PACE_MS);
    pace.unref();
    return line;
  }
}
