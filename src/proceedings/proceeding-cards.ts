import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { bangkokDay } from '../platform/thai/dates';
import { pageAsked } from './asked';
import { caseNumbers } from './case-numbers';
import type { LimitCard } from './limit-cards';
import { LimitCards } from './limit-cards';
import type { Proceeding } from './proceeding.entity';
import { limitOf, standingOf } from './proceeding.rules';
import { Proceedings } from './proceedings.service';

const ON_A_PAGE = 50;

export type ProceedingCard = Pick<Proceeding, 'id' | 'body' | 'reference' | 'openedOn' | 'endedOn' | 'counterSuit'> & {
  /** The day by which the body must act next; null: no limit is entered. */
  readonly limit: string | null;
  readonly standing: ReturnType<typeof standingOf>;
  readonly caseNumber: string | null;
  readonly limits: readonly LimitCard[];
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
    private readonly limits: LimitCards,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param page as it was asked for; the first when it is no number. */
  async list(looker: Looker, page: string | undefined): Promise<ProceedingList> {
    const number = pageAsked(page);
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
    const limits = await this.limits.of(rows);
    return rows.map((row) => {
      const own = limits.get(row.id) ?? [];
      const { id, body, reference, openedOn, endedOn, counterSuit } = row;
      return {
        ...{ id, body, reference, openedOn, endedOn, counterSuit },
        limit: limitOf(own),
        standing: standingOf(row, own, today),
        caseNumber: row.caseId === null ? null : (numbers.get(row.caseId) ?? null),
        limits: own,
      };
    });
  }
}
