import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Looker } from '../../../src/access/looker';
import { OfficersService } from '../../../src/access/officers.service';
import { OwnAddress } from '../../../src/access/own-address';
import type { Role } from '../../../src/access/roles';
import { AppModule } from '../../../src/app.module';
import type { CaseFile } from '../../../src/cases/case-file.entity';
import { Cases } from '../../../src/cases/cases';
import { SYSTEM } from '../../../src/cases/story-line';
import { Deadlines } from '../../../src/deadlines/deadlines.service';
import { Sweep } from '../../../src/deadlines/sweep';
import { Notices } from '../../../src/notices/notices';
import { Sending } from '../../../src/notices/sending';
import { SetClock } from '../../../src/platform/clock';
import type { Settings } from '../../../src/platform/config/settings';
import { Database } from '../../../src/platform/database/database';
import { instantAt } from '../../../src/platform/thai/dates';
import { asShipped } from '../../harness/light-keys';
import { Receipts } from '../../../src/reporters/receipts';
import { Compartments } from '../../../src/vault/compartments';
import { Vault } from '../../../src/vault/vault';
import { complaint } from '../../bench/complaints';

/** Wednesday, 10:00 in Bangkok: until then the house lived as it should. No holiday is near. */
export const LIFE_ENDS = instantAt('2026-06-17', '10:00');

// The real programs open what is prepared here.
asShipped();

export const HEAD = { username: 'desk.head', password: 'seven quiet boats upstream' };
export const OFFICER = { username: 'desk.officer', password: 'nine paper lamps ashore' };
const PEOPLE: readonly { readonly username: string; readonly password: string; readonly roles: readonly Role[] }[] = [
  { ...HEAD, roles: ['desk_head'] },
  { ...OFFICER, roles: ['desk_officer'] },
  { username: 'head.of.office', password: 'four clay jars at dawn', roles: ['executive'] },
];
export const addressOf = (username: string): string => `${username}@office.example`;

/** Which share of the cases came on which day; on the days without any the clockwork goes round all the same. */
const DAYS: readonly { readonly day: string; readonly share: number }[] = [
  { day: '2026-06-04', share: 0.1 },
  { day: '2026-06-05', share: 0.1 },
  ...['08', '09', '10', '11', '12'].map((day) => ({ day: `2026-06-${day}`, share: 0 })),
  { day: '2026-06-15', share: 0.1 },
  { day: '2026-06-16', share: 0.3 },
  { day: '2026-06-17', share: 0.4 },
];
const BATCH = 25;

/**
 * Fills a database as two weeks of work leave it, through the rooms' own services on a clock that is set: cases come,
 * some are ended, sorted or wait for the reporter, every morning the clockwork goes round and
 * notices are told.
 */
export async function liveUntilLifeEnds(settings: Settings, cases: number): Promise<void> {
  const clock = new SetClock();
  clock.set(instantAt('2026-06-03', '09:00'));
  const module = AppModule.for(settings, clock);
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    const life = new Life(app, clock);
    const hired = await life.hire();
    for (const { day, share } of DAYS) {
      await life.morning(day);
      await life.work(hired, await life.receive(day, Math.round(cases * share)), day);
    }
    await life.goRound(LIFE_ENDS);
    await life.leaveAddresses(hired);
  } finally {
    await app.close();
  }
}

class Life {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SetClock,
  ) {}

  async hire(): Promise<readonly Looker[]> {
    const officers = this.get(OfficersService);
    for (const { username, password, roles } of PEOPLE) {
      await officers.add({ username, name: username, roles, password });
    }
    const lookers = await Promise.all((await officers.active()).map(({ id }) => officers.activeLooker(id)));
    return lookers.flatMap((one) => (one ? [one.looker] : []));
  }

  /** From now on notices are posted; until then they stood on the officers' pages. */
  async leaveAddresses(hired: readonly Looker[]): Promise<void> {
    for (const looker of hired) await this.get(OwnAddress).choose(looker, addressOf(looker.username));
  }

  /** Half a minute after the office opened, as the regular turn would. */
  morning(day: string): Promise<void> {
    return this.goRound(instantAt(day, '08:31'));
  }

  async goRound(instant: string): Promise<void> {
    this.clock.set(instant);
    await this.get(Sweep).run();
    await this.get(Notices).read();
    await this.get(Sending).run();
  }

  async receive(day: string, count: number): Promise<readonly CaseFile[]> {
    this.clock.set(instantAt(day, '09:00'));
    const files: CaseFile[] = [];
    while (files.length < count) {
      await this.get(Database).write(async () => {
        for (let n = 0; n < BATCH && files.length < count; n++) files.push(await this.open());
      });
    }
    return files;
  }

  /** Of every ten one is ended, one sorted and one waits for the reporter; seven lie. */
  async work(hired: readonly Looker[], files: readonly CaseFile[], day: string): Promise<void> {
    this.clock.set(instantAt(day, '09:30'));
    const head = hired.find(({ username }) => username === HEAD.username) as Looker;
    for (const [at, file] of files.entries()) {
      if (at % 10 === 1) await this.move(file, 'end', 'ended');
      if (at % 10 === 2) await this.move(file, 'sort', 'sorted');
      if (at % 10 === 3) {
        await this.get(Deadlines).pause(head, file.number, { clock: 'sort', reason: 'waiting_reporter' });
      }
    }
  }

  private move({ id }: CaseFile, act: 'end' | 'sort', kind: 'ended' | 'sorted'): Promise<unknown> {
    const cases = this.get(Cases);
    return this.get(Database).write(async () => cases.move(await cases.lockById(id), act, { kind, by: SYSTEM }));
  }

  private open(): Promise<CaseFile> {
    const opening = {
      channel: 'website',
      receivedAt: this.clock.now(),
      identityKind: 'anonymous',
      type: 'service',
      district: 'unknown',
    } as const;
    const line = { kind: 'received', by: { kind: 'reporter', id: null }, data: { handedOut: true } } as const;
    return this.get(Cases).open(opening, line, async (file) => {
      await this.get(Compartments).openCase(file, this.get(Receipts).newPair());
      const { allegation: what, where, when } = complaint(file.registerNo);
      const words = JSON.stringify({ what, where, when });
      return { allegationItem: await this.get(Vault).seal(file, 'dialogue', 'allegation', words) };
    });
  }

  private get<T>(type: Type<T> | (abstract new () => T)): T {
    return this.app.get<T>(type, { strict: false });
  }
}
