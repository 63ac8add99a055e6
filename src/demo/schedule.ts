import type { SetClock } from '../platform/clock';
import type { Database } from '../platform/database/database';
import { DomainError } from '../platform/errors';
import { bangkokDay } from '../platform/thai/dates';

/** What happens, told from beginning to end: it yields the instant at which it goes on (UTC ISO). */
export type Script = AsyncGenerator<string, void, void>;

interface Next {
  readonly at: string;
  readonly order: number;
  readonly name: string;
  readonly script: Script;
}

/** A service said no to an act of a script: the script is wrong, and the filling stops. */
export class ActRefused extends Error {}

/**
 * Plays many scripts in the order of time, the clock standing at each act's instant. What would happen at or after the
 * end never happens: its script is left where it stands.
 */
export class Schedule {
  /** Latest first. */
  private readonly waiting: Next[] = [];
  private added = 0;

  constructor(
    private readonly clock: SetClock,
    private readonly database: Database,
    private readonly end: string,
  ) {}

  /** @param name says which script it was, should one of its acts be refused. */
  async add(name: string, script: Script): Promise<void> {
    await this.goOn({ name, script, order: this.added++, at: '' });
  }

  /** A day's acts share one write: nobody else works on a database that is being filled. */
  async run(afterDay: (day: string) => void): Promise<void> {
    for (let next = this.waiting.at(-1); next; next = this.waiting.at(-1)) {
      const day = bangkokDay(next.at);
      await this.database.write(() => this.play(day));
      afterDay(day);
    }
  }

  private async play(day: string): Promise<void> {
    for (let next = this.waiting.at(-1); next && bangkokDay(next.at) === day; next = this.waiting.at(-1)) {
      this.waiting.pop();
      this.clock.set(next.at);
      await this.goOn(next);
    }
  }

  /** @throws ActRefused */
  private async goOn(one: Next): Promise<void> {
    const { done, value } = await one.script.next().catch((error: unknown) => {
      throw refused(one, error);
    });
    if (done === true || value >= this.end) return;
    this.put({ ...one, at: value > one.at ? value : one.at });
  }

  private put(next: Next): void {
    let low = 0;
    let high = this.waiting.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.waiting[middle] as Next;
      if (other.at > next.at || (other.at === next.at && other.order > next.order)) low = middle + 1;
      else high = middle;
    }
    this.waiting.splice(low, 0, next);
  }
}

function refused({ name, at }: Next, error: unknown): ActRefused {
  const fields = error instanceof DomainError ? (error.details.fields ?? []) : [];
  const why = [String(error), ...fields.map(({ field, say }) => `${field}: ${say.en}`)].join(' ');
  return new ActRefused(`${name} at ${at}: ${why}`, { cause: error });
}
