import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { Province } from '../agencies/agencies';
import { Calendars } from '../deadlines/calendars';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isPostgres, sql } from '../platform/database/sql';
import type { NoticeState } from './notice.entity';
import { Notice } from './notice.entity';
import { KINDS } from './notice.rules';
import { Post } from './post';
import { backOffMs, giveUpAt, isGivenUp, isOfficeTime, isToReporter, postingTime } from './post.rules';

/** What somebody took to be posted. */
export interface Taken {
  readonly id: string;
  /** Null: it is about a proceeding that has none. */
  readonly caseId: string | null;
  readonly kind: string;
  readonly clock: string | null;
  /** Officer's id, or the alias of a reporter's address. */
  readonly recipient: string;
  readonly attempts: number;
  readonly giveUpAt: string | null;
}

/** Up to an hour, by chance: when a mail came tells little of when the case moved (KEYS K13). */
const SPREAD_MINUTES = 60;

const COLUMNS = `id, case_id AS "caseId", kind, clock, recipient, attempts, give_up_at AS "giveUpAt"`;

/**
 * The notices that wait to be posted. Whoever takes one holds it for the length of a lease; a mail that was sent and not
 * marked, because the program died in between, is sent once more under the same Message-ID.
 */
@Injectable()
export class Outbox implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly post: Post,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** A misspelt kind would silently wait for the morning. */
  onModuleInit(): void {
    const ladder = this.province.profile.clocks.flatMap((rule) => rule.ladder.map(({ notice }) => notice));
    const unknown = this.urgentKinds.filter((kind) => !KINDS.includes(kind) && !ladder.includes(kind));
    if (unknown.length > 0) throw new Error(`urgentNotices of the profile: there is no notice ${unknown.join(', ')}.`);
  }

  /** When a notice that is written now is posted; null: nothing is posted here. */
  timeFor(kind: string): string | null {
    if (!this.post.isOn) return null;
    const wait = isToReporter(kind) ? randomInt(SPREAD_MINUTES) * 60_000 : 0;
    return postingTime(this.calendars.inForce, this.later(wait), this.isUrgent(kind));
  }

  /** The oldest that is due, and nobody else's for a while; null: nothing to do now. */
  async take(): Promise<Taken | null> {
    const now = this.clock.now();
    const urgent = this.urgentKinds;
    const any = isOfficeTime(this.calendars.inForce, now);
    if (!any && urgent.length === 0) return null;
    const kinds = any ? '' : `AND kind IN (${urgent.map((_, at) => `$${at + 4}`).join(', ')})`;
    return this.database.write(async (em) => {
      const lock = isPostgres(em) ? 'FOR UPDATE SKIP LOCKED' : '';
      const [taken] = await sql<Taken & Record<string, unknown>>(
        em,
        `UPDATE notice SET leased_until = $1, attempts = COALESCE(attempts, 0) + 1 WHERE id = (
           SELECT id FROM notice WHERE province = $2 AND next_at <= $3
             AND (leased_until IS NULL OR leased_until <= $3) ${kinds}
           ORDER BY next_at, id LIMIT 1 ${lock}) RETURNING ${COLUMNS}`,
        [this.later(this.post.leaseMs), this.province.code, now, ...(any ? [] : urgent)],
      );
      return taken ?? null;
    });
  }

  /** Sent, withheld, or nobody's address after all: nothing more is to be done. */
  async settle(taken: Taken, state: Exclude<NoticeState, 'failed' | 'given_up'>): Promise<void> {
    await this.mark(taken, { state, nextAt: null, error: null });
  }

  /** To be tried again later, unless a day of failures is over. */
  async fail(taken: Taken, error: string): Promise<'failed' | 'given_up'> {
    const now = this.clock.now();
    const until = taken.giveUpAt ?? giveUpAt(now, this.post.giveUpHours);
    if (isGivenUp(taken.attempts, until, now)) {
      await this.mark(taken, { state: 'given_up', nextAt: null, error });
      return 'given_up';
    }
    const nextAt = postingTime(
      this.calendars.inForce,
      this.later(backOffMs(taken.attempts)),
      this.isUrgent(taken.kind),
    );
    await this.mark(taken, { state: 'failed', nextAt, giveUpAt: until, error });
    return 'failed';
  }

  /** When there is something to do again. */
  async nextAt(): Promise<string | null> {
    const [row] = await sql<{ next: string | null }>(
      this.database.reader,
      'SELECT MIN(next_at) AS next FROM notice WHERE province = $1 AND next_at > $2',
      [this.province.code, this.clock.now()],
    );
    return row?.next ?? null;
  }

  isUrgent(kind: string): boolean {
    return this.urgentKinds.includes(kind);
  }

  private get urgentKinds(): readonly string[] {
    return this.province.profile.urgentNotices ?? [];
  }

  /** Only whoever took it may say what became of it: after the lease another attempt counts. */
  private async mark({ id, attempts }: Taken, change: Partial<Notice>): Promise<void> {
    await this.database.write((em) => em.update(Notice, { id, attempts }, { ...change, leasedUntil: null }));
  }

  private later(ms: number): string {
    return new Date(this.clock.date().getTime() + ms).toISOString();
  }
}
