import { Algorithm, Version, hashRaw } from '@node-rs/argon2';
import { Busy } from '../errors';

/** KiB, passes and lanes of one Argon2id derivation. */
export interface ArgonCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** Receipts and codes (KEYS "Receipts and codes"). */
export const RECEIPT_COST: ArgonCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Passphrases of members (KEYS K5). */
export const PASSPHRASE_COST: ArgonCost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** Who is waiting: filing comes before looking up, looking up before signing in, and none starves another. */
export type Lane = 'filing' | 'lookup' | 'signIn';

const CAP_KIB = 96 * 1024;
const LONGEST_WAIT_MS = 5_000;
const TURNS: readonly Lane[] = ['filing', 'lookup', 'filing', 'signIn', 'filing', 'lookup'];

interface Waiting {
  readonly cost: ArgonCost;
  readonly since: number;
  readonly start: () => void;
  readonly giveUp: () => void;
}

/**
 * Argon2id v0x13 behind a weighted fair queue: at most 96 MiB at once in this process (four receipts or one sign-in).
 * Who would wait longer than five seconds is told so instead.
 */
export class ArgonQueue {
  private inUse = 0;
  private turn = 0;
  private readonly lanes: Record<Lane, Waiting[]> = { filing: [], lookup: [], signIn: [] };

  /** 32 bytes. @throws Busy after five seconds of waiting. */
  async derive(lane: Lane, secret: string, salt: Buffer, cost: ArgonCost): Promise<Buffer> {
    await this.place(lane, cost);
    try {
      return await hashRaw(secret, {
        salt,
        ...cost,
        outputLen: 32,
        algorithm: Algorithm.Argon2id,
        version: Version.V0x13,
      });
    } finally {
      this.inUse -= cost.memoryCost;
      this.next();
    }
  }

  private place(lane: Lane, cost: ArgonCost): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        cost,
        since: Date.now(),
        start: () => (clearTimeout(timer), resolve()),
        giveUp: () => reject(new Busy()),
      };
      const timer = setTimeout(() => {
        this.lanes[lane] = this.lanes[lane].filter((other) => other !== waiting);
        waiting.giveUp();
        this.next();
      }, LONGEST_WAIT_MS);
      this.lanes[lane].push(waiting);
      this.next();
    });
  }

  private next(): void {
    for (let lane = this.waitingLane(); lane !== null; lane = this.waitingLane()) {
      const first = this.lanes[lane][0];
      if (!first || this.inUse + first.cost.memoryCost > CAP_KIB) return;
      this.lanes[lane].shift();
      this.turn++;
      this.inUse += first.cost.memoryCost;
      first.start();
    }
  }

  private waitingLane(): Lane | null {
    for (let step = 0; step < TURNS.length; step++) {
      const lane = TURNS[(this.turn + step) % TURNS.length] as Lane;
      if (this.lanes[lane].length > 0) {
        this.turn += step;
        return lane;
      }
    }
    return null;
  }
}
