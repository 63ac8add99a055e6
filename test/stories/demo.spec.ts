import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../../src/app.module';
import { STATUSES } from '../../src/cases/moves.rules';
import type { Filled } from '../../src/demo/fill';
import { NotEmpty, fillHouse } from '../../src/demo/fill';
import type { DemoHouse } from '../../src/demo/house';
import { openHouse } from '../../src/demo/house';
import { SetClock } from '../../src/platform/clock';
import { readSettings } from '../../src/platform/config/settings';
import type { SqlValue } from '../../src/platform/database/sql';
import { sql } from '../../src/platform/database/sql';
import { bangkokDay, fiscalYearOf } from '../../src/platform/thai/dates';
import { ReporterStatus } from '../../src/reporters/status';
import { Statistics } from '../../src/statistics/statistics.service';
import { Vault } from '../../src/vault/vault';

const CASES = 40;
const today = bangkokDay(new Date().toISOString());
const years = [fiscalYearOf(today) - 1, fiscalYearOf(today)];

type Row = Readonly<Record<string, SqlValue>>;

class Filling {
  static async open(seed: number): Promise<Filling> {
    const folder = mkdtempSync(join(tmpdir(), 'phitak-test-'));
    const settings = readSettings({
      DATA_DIR: join(folder, 'data'),
      SERVER_SECRET_FILE: join(folder, 'server.secret'),
    });
    const clock = new SetClock();
    const app = await NestFactory.createApplicationContext(AppModule.for(settings, clock), {
      logger: false,
      abortOnError: false,
    });
    const house = openHouse(app, clock);
    return new Filling(app, house, await fillHouse(house, { cases: CASES, seed, today }, () => undefined), folder);
  }

  private constructor(
    readonly app: INestApplicationContext,
    readonly house: DemoHouse,
    readonly filled: Filled,
    private readonly folder: string,
  ) {}

  rows(text: string): Promise<Row[]> {
    return sql<Row>(this.house.database.reader, text);
  }

  /** Everything that the same day and seed must make equal: counts, dates, types, people and texts. */
  async everything(): Promise<unknown> {
    const scope = { province: 'NWT' };
    return {
      statistics: await this.app.get(Statistics).allYears(scope, today),
      indicators: [await this.house.indicators.table(years[0] ?? 0), await this.house.indicators.table(years[1] ?? 0)],
      people: await this.rows('SELECT username, name, roles, agency_code FROM officer ORDER BY username'),
      cases: await this.rows(
        `SELECT received_at, entered_at, channel, type, district, identity_kind, agency_code, status, status_since, step,
           finding, outcome, next_due_at, register_no FROM case_file ORDER BY fiscal_year, register_no`,
      ),
      story: await this.rows('SELECT seq, kind, at, by_kind, from_status, to_status FROM case_event ORDER BY seq'),
      clocks: await this.rows(
        'SELECT clock, state, starts_at, due_at, stopped_at FROM deadline ORDER BY clock, starts_at, due_at, stopped_at',
      ),
      notices: await this.rows('SELECT kind, COUNT(*) AS n FROM notice GROUP BY kind ORDER BY kind'),
      allegations: await this.texts(
        'SELECT id, allegation_item AS item FROM case_file ORDER BY fiscal_year, register_no',
      ),
    };
  }

  /** As the desk's head reads them. */
  private async texts(text: string): Promise<readonly (string | undefined)[]> {
    const head = await this.house.officers.asLooker('head');
    const texts: (string | undefined)[] = [];
    for (const { id, item } of await this.rows(text)) {
      const read = await this.app.get(Vault).read(head, { id: String(id), province: 'NWT' }, [String(item)]);
      texts.push(read.get(String(item)));
    }
    return texts;
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describe('a made-up year', () => {
  let first: Filling;
  beforeAll(async () => {
    first = await Filling.open(1);
  }, 240_000);
  afterAll(() => first.close());

  it('shows every status, every kind of reporter and every official channel it promises', async () => {
    const statuses = await first.rows('SELECT DISTINCT status AS s FROM case_file');
    expect(statuses.map(({ s }) => s).sort()).toEqual([...STATUSES].sort());
    const identities = await first.rows('SELECT DISTINCT identity_kind AS k FROM case_file');
    expect(identities).toHaveLength(3);
    const [{ n } = { n: 0 }] = await first.rows('SELECT COUNT(*) AS n FROM case_file');
    expect(n).toBe(CASES);
    expect(first.filled.cases).toBe(CASES);
  });

  it('happens before today, officers at work in office hours only', async () => {
    const [{ last } = { last: '' }] = await first.rows('SELECT MAX(at) AS last FROM case_event');
    expect(bangkokDay(String(last)) < today).toBe(true);
    const acts = await first.rows(`SELECT at FROM case_event WHERE by_kind = 'officer' AND kind <> 'received'`);
    const isWork = ({ at }: Row) => first.house.calendar.isWorkingDay(bangkokDay(String(at)));
    expect(acts.filter((act) => !isWork(act))).toEqual([]);
  });

  it('has figures that add up, and verdicts that differ', async () => {
    const figures = await first.app.get(Statistics).allYears({ province: 'NWT' }, today);
    for (const year of figures) {
      expect(year.carriedOver + year.new).toBe(year.total);
      expect(year.completed + year.inProgress).toBe(year.total);
      const sum = (table: Readonly<Record<string, number>>) => Object.values(table).reduce((all, n) => all + n, 0);
      expect([sum(year.byChannel), sum(year.byType), sum(year.byMonth)]).toEqual([year.new, year.new, year.new]);
      expect(sum(year.byStep)).toBe(year.inProgress);
    }
    const opened = figures.reduce((all, { new: n, reopened }) => all + n - reopened, 0);
    expect(opened).toBe(CASES);
    const verdicts = (await first.house.indicators.table(years[0] ?? 0)).map(({ verdict }) => verdict);
    expect(new Set(verdicts).size).toBeGreaterThan(1);
  });

  it('leaves clocks that are overdue, rungs that fired and notices that somebody gets', async () => {
    const [{ overdue } = { overdue: 0 }] = await first.rows(
      `SELECT COUNT(*) AS overdue FROM case_file WHERE open = 1 AND next_due_at < '${today}'`,
    );
    expect(Number(overdue)).toBeGreaterThan(0);
    const notices = await first.rows(`SELECT DISTINCT kind AS k FROM notice WHERE state = 'queued'`);
    const kinds = notices.map(({ k }) => k);
    expect(kinds).toEqual(expect.arrayContaining(['new_case', 'agency_reminder_1', 'decision_waits', 'report_waits']));
    expect(await first.rows(`SELECT id FROM deadline_extension WHERE state = 'asked'`)).not.toEqual([]);
    expect(await first.rows(`SELECT id FROM deadline WHERE state = 'paused'`)).not.toEqual([]);
    expect(await first.rows(`SELECT id FROM approval WHERE state = 'asked'`)).not.toEqual([]);
  });

  it('hands out receipts that open', async () => {
    for (const { number, receipt } of first.filled.shown) {
      expect(await first.app.get(ReporterStatus).look(receipt)).toMatchObject({ file: { number } });
    }
  });

  it('refuses a database that holds something', async () => {
    const again = fillHouse(first.house, { cases: CASES, seed: 1, today }, () => undefined);
    await expect(again).rejects.toThrow(NotEmpty);
  });

  it('is the same for the same day and seed', async () => {
    const one = await first.everything();
    const second = await Filling.open(1);
    try {
      expect(await second.everything()).toEqual(one);
    } finally {
      await second.close();
    }
  }, 240_000);
});
