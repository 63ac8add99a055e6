import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OfficersService } from '../../src/access/officers.service';
import { Province } from '../../src/agencies/agencies';
import { AppModule } from '../../src/app.module';
import type { CaseFile } from '../../src/cases/case-file.entity';
import { Cases } from '../../src/cases/cases';
import type { Change } from '../../src/cases/cases';
import { SYSTEM } from '../../src/cases/story-line';
import { Sweep } from '../../src/deadlines/sweep';
import { Notices } from '../../src/notices/notices';
import { SetClock } from '../../src/platform/clock';
import { readSettings } from '../../src/platform/config/settings';
import { Database } from '../../src/platform/database/database';
import { isPostgres, sql } from '../../src/platform/database/sql';
import { Receipts } from '../../src/reporters/receipts';
import { Compartments } from '../../src/vault/compartments';
import { Vault } from '../../src/vault/vault';
import { complaint } from './complaints';
import type { MadeUpCase } from './made-up-cases';
import { MadeUpCases } from './made-up-cases';
import type { Env } from './program';

/** Somebody who can sign in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const BATCH = 25;

/**
 * Fills a database while no server runs, through the rooms' own services: case, sealed words, clocks, story, figures
 * and record as in life, only without the receipt's slow derivation.
 */
export class Filler {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SetClock,
    private readonly cases: MadeUpCases,
  ) {}

  static async open(env: Env): Promise<Filler> {
    const clock = new SetClock();
    const module = AppModule.for(readSettings(env), clock);
    const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    return new Filler(app, clock, new MadeUpCases(app.get(Province, { strict: false }), clock.now()));
  }

  async addDeskHead(): Promise<Credentials> {
    const head = { username: 'desk.head', password: 'seven quiet boats upstream' };
    await this.get(OfficersService).add({ ...head, name: 'ผู้ทดสอบ', roles: ['desk_head'] });
    return head;
  }

  /** Until there are so many cases; then the notices and the clocks have nothing left to do either. */
  async fillUpTo(count: number): Promise<void> {
    const database = this.get(Database);
    const [row] = await sql<{ n: number | string }>(database.reader, 'SELECT COUNT(*) AS n FROM case_file');
    await this.enterAll(count - Number(row?.n), (some) => this.cases.next(some));
    this.clock.set(null);
    await this.passOverNotices();
    await this.get(Notices).read();
    await this.get(Sweep).run();
    await this.get(Notices).read();
    // What autovacuum does by itself within a minute of such a filling, where it is switched on.
    if (isPostgres(database.reader)) await sql(database.reader, 'VACUUM (ANALYZE)');
  }

  /** So many that all came at one instant, and no clock of theirs looked at since. */
  async fillAt(instant: string, count: number): Promise<void> {
    await this.enterAll(count, (some) => this.cases.receivedAt(instant, some));
    await this.passOverNotices();
    const { reader } = this.get(Database);
    if (isPostgres(reader)) await sql(reader, 'VACUUM (ANALYZE)');
  }

  /** Rounds of the clockwork, half a minute apart from `instant` on: ms each. */
  async rounds(instant: string, count: number): Promise<readonly number[]> {
    const taken: number[] = [];
    for (let round = 0; round < count; round++) {
      this.clock.set(new Date(Date.parse(instant) + round * 30_000).toISOString());
      const begun = performance.now();
      await this.get(Sweep).run();
      taken.push(performance.now() - begun);
    }
    return taken;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private async enterAll(count: number, next: (some: number) => readonly MadeUpCase[]): Promise<void> {
    for (let left = count; left > 0; left -= BATCH) {
      const some = next(Math.min(BATCH, left));
      await this.get(Database).write(async () => {
        for (const one of some) await this.enter(one);
      });
    }
  }

  private async enter({ opening, handedOut, endedAt }: MadeUpCase): Promise<void> {
    this.clock.set(opening.receivedAt);
    const cases = this.get(Cases);
    const data = { channel: opening.channel, handedOut };
    const by = { kind: handedOut ? 'reporter' : 'officer', id: null } as const;
    const line = { kind: 'received', by, data } as const;
    const file = await cases.open(opening, line, (made) => this.seal(made));
    await cases.tell(file, { kind: 'superiorTold', by: SYSTEM });
    if (endedAt === null) return;
    this.clock.set(endedAt);
    await cases.move(file, 'end', { kind: 'ended', by: SYSTEM }, { outcome: 'not_accepted' });
  }

  private async seal(file: CaseFile): Promise<Change> {
    await this.get(Compartments).openCase(file, this.get(Receipts).newPair());
    const { allegation: what, where, when } = complaint(file.registerNo);
    const words = JSON.stringify({ what, where, when });
    return { allegationItem: await this.get(Vault).seal(file, 'dialogue', 'allegation', words) };
  }

  /** The made-up past was told to everybody in its time. */
  private async passOverNotices(): Promise<void> {
    await this.get(Database).write((em) =>
      sql(
        em,
        `INSERT INTO notice_cursor (province, seq) SELECT province, MAX(seq) FROM case_event GROUP BY province
         ON CONFLICT (province) DO UPDATE SET seq = excluded.seq`,
      ),
    );
  }

  private get<T>(type: Type<T> | (abstract new () => T)): T {
    return this.app.get<T>(type, { strict: false });
  }
}
