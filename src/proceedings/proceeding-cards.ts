import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { bangkokDay } from '../platform/thai/dates';
import { toArabic } from '../platform/thai/digits';
import { caseNumbers } from './case-numbers';
import type { Proceeding } from './proceeding.entity';
import { limitOf, standingOf } from './proceeding.rules';
import { Proceedings } from './proceedings.service';

const ON_A_PAGE = 50;

export type ProceedingCard = Pick<
  Proceeding,
  'id' | 'body' | 'reference' | 'openedOn' | 'dueOn' | 'extensions' | 'endedOn' | 'counterSuit'
> & {
  /** The legal limit after its extensions. */
  readonly limit: string;
  readonly standing: ReturnType<typeof standingOf>;
  readonly caseNumber: string | null;
};

export interface ProceedingList {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly proceedings: readonly ProceedingCard[];
}

/** Proceedings as the door and the pages show them. */
@Injectable()
export class ProceedingCards {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param page as it was asked for; the first when it is no number. */
  async list(looker: Looker, page: string | undefined): Promise<ProceedingList> {
    const asked = Number(toArabic(page ?? ''));
    const number = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
    const [rows, total] = await this.proceedings.list(looker, number, ON_A_PAGE);
    const pages = Math.max(1, Math.ceil(total / ON_A_PAGE));
    return { page: number, pages, total, proceedings: await this.cards(rows) };
  }

  /** @throws ProceedingNotFound */
  async find(looker: Looker, id: string): Promise<ProceedingCard> {
    return this.of(await this.proceedings.find(looker, id));
  }

  async of(proceeding: Proceeding): Promise<ProceedingCard> {
    const [card] = await this.cards([proceeding]);
    if (!card) throw new Error('one proceeding has one card');
    return card;
  }

  private async cards(rows: readonly Proceeding[]): Promise<readonly ProceedingCard[]> {
    const today = bangkokDay(this.clock.now());
    const numbers = await caseNumbers(
      this.database.reader,
      rows.map(({ caseId }) => caseId),
    );
    return rows.map((row) => ({
      id: row.id,
      body: row.body,
      reference: row.reference,
      openedOn: row.openedOn,
      dueOn: row.dueOn,
      extensions: row.extensions,
      endedOn: row.endedOn,
      counterSuit: row.counterSuit,
      limit: limitOf(row),
      standing: standingOf(row, today),
      caseNumber: row.caseId === null ? null : (numbers.get(row.caseId) ?? null),
    }));
  }
}
