import { Client, json } from '../bench/client';
import type { MadeUpComplaint } from '../bench/complaints';
import { complaint } from '../bench/complaints';

/** What a reporter was handed and read to its end. */
export interface Slip {
  readonly number: string;
  readonly receipt: string;
}

const AT_ONCE = 8;

/** Eight people who file one complaint after the other, until the server is gone; then they ask with what they have. */
export class Reporters {
  /** Every receipt that was handed out, over all rounds. */
  readonly slips: Slip[] = [];
  /** Complaints whose answer was lost: nobody knows whether they are in. */
  lost: MadeUpComplaint[] = [];
  /** Answers that are neither a receipt nor a broken connection. */
  readonly odd: string[] = [];
  private written = 0;

  /** How many complaints, each with its own submission key, were ever sent. */
  get sent(): number {
    return this.written;
  }

  /** Ends when the server has gone away under all of them. */
  async file(origin: string): Promise<void> {
    await inParallel(origin, async (client) => {
      while (await this.tryToFile(client, complaint(++this.written)));
    });
  }

  /** The same forms once more: each gives the lost answer again, or is taken now. */
  async fileLostAgain(origin: string): Promise<void> {
    const again = this.lost.splice(0);
    await inParallel(origin, async (client) => {
      for (let one = again.pop(); one; one = again.pop()) await this.tryToFile(client, one);
    });
  }

  /** What does not answer with its own number. */
  async ask(origin: string, slips: readonly Slip[]): Promise<readonly string[]> {
    const left = [...slips];
    const broken: string[] = [];
    await inParallel(origin, async (client) => {
      for (let slip = left.pop(); slip; slip = left.pop()) {
        const answer = await client.post('/api/v1/status', { receipt: slip.receipt });
        const said = `${answer.status} ${json<{ number?: string }>(answer).number}`;
        if (said !== `200 ${slip.number}`) broken.push(`${slip.number}: ${said}`);
      }
    });
    return broken;
  }

  private async tryToFile(client: Client, one: MadeUpComplaint): Promise<boolean> {
    try {
      const answer = await client.post('/api/v1/complaints', one);
      if (answer.status === 201) this.slips.push(json<Slip>(answer));
      else this.odd.push(`${answer.status} ${answer.body.toString()}`);
      return answer.status === 201;
    } catch {
      this.lost.push(one);
      return false;
    }
  }
}

async function inParallel(origin: string, work: (client: Client) => Promise<void>): Promise<void> {
  const clients = Array.from({ length: AT_ONCE }, () => new Client(origin));
  try {
    await Promise.all(clients.map(work));
  } finally {
    for (const client of clients) client.close();
  }
}
