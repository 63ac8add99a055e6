import * as fc from 'fast-check';
import type { OpenDatabase } from '../../test/harness/databases';
import { eachDatabase } from '../../test/harness/databases';
import { SetClock } from '../platform/clock';
import { fiscalYearOf } from '../platform/thai/dates';
import { newId } from '../platform/ids';
import { FactCase } from './fact-case.entity';
import { Facts } from './facts';
import type { OpenedCase } from './facts.shapes';
import { STATISTICS_ENTITIES } from './statistics.entities';
import type { YearFigures } from './statistics.service';
import { Statistics } from './statistics.service';

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

function expectToAddUp(figures: YearFigures): void {
  expect(figures.total).toBe(figures.carriedOver + figures.new);
  expect(figures.total).toBe(figures.completed + figures.inProgress);
  for (const parts of [figures.byChannel, figures.byType, figures.byMonth, figures.byDistrict]) {
    expect(sumOf(parts)).toBe(figures.new);
  }
  expect(sumOf(figures.byStep)).toBe(figures.inProgress);
  expect(sumOf(figures.byAgency.rows)).toBe(figures.byAgency.referrals);
}

eachDatabase((_home, open) => {
  const clock = new SetClock();
  let home: OpenDatabase;
  let facts: Facts;
  let statistics: Statistics;
  let province = 'AAA';
  let nextProvince = 0;

  beforeAll(async () => {
    home = await open(STATISTICS_ENTITIES);
    facts = new Facts(home.database, clock);
    statistics = new Statistics(home.database, clock);
  });
  afterAll(() => home.close());
  beforeEach(() => {
    clock.set('2026-11-20T03:00:00.000Z');
    province = `T${++nextProvince}`;
  });

  const opened = (changes: Partial<OpenedCase> = {}): OpenedCase => ({
    caseId: newId(),
    province,
    receivedOn: '2025-11-03',
    channel: 'website',
    type: 'general',
    corruptionAlleged: null,
    accusedKind: null,
    agencyCode: null,
    district: '9601',
    imported: false,
    step: 2,
    ...changes,
  });
  const openCase = async (changes: Partial<OpenedCase> = {}): Promise<string> => {
    const fact = opened(changes);
    await facts.openCase(fact);
    return fact.caseId;
  };
  const close = (caseId: string, on: string | null) =>
    facts.move(caseId, { on, status: 'recorded', step: 6, completed: true, outcome: 'solved' });
  const year = (fiscalYear: number, asOf?: string) => statistics.year({ province }, fiscalYear, asOf);

  it('answers exactly the shape of PROCESS §4', async () => {
    const caseId = await openCase({ receivedOn: '2014-10-02', channel: 'letter', type: 'service' });
    const referral = { caseId, unlisted: false, sentOn: '2014-10-03', dueOn: '2014-10-18' };
    await facts.referralSent({ ...referral, referralId: newId(), agencyCode: 'NWT-LAND' });
    await facts.referralSent({ ...referral, referralId: newId(), agencyCode: null, unlisted: true });
    const months = ['2014-10', '2014-11', '2014-12', ...'123456789'.split('').map((n) => `2015-0${n}`)];
    expect(await year(2558)).toEqual({
      fiscalYear: 2558,
      asOf: '2015-09-30',
      carriedOver: 0,
      new: 1,
      reopened: 0,
      total: 1,
      completed: 0,
      inProgress: 1,
      byChannel: { letter: 1 },
      byType: { service: 1 },
      byMonth: Object.fromEntries(months.map((month) => [month, month === '2014-10' ? 1 : 0])),
      byDistrict: { '9601': 1 },
      byStep: { '2': 1 },
      byAgency: { rows: { 'NWT-LAND': 1, unlisted: 1 }, referrals: 2, cases: 1 },
    });
  });

  it('shows the months of a running year up to this one, and none of a year to come', async () => {
    await openCase({ receivedOn: '2026-10-05' });
    expect((await year(2570)).byMonth).toEqual({ '2026-10': 1, '2026-11': 0 });
    expect(await year(2571)).toMatchObject({ carriedOver: 1, new: 0, total: 1, inProgress: 1, byMonth: {} });
  });

  it('carries a complaint over until the year in which it is completed', async () => {
    const caseId = await openCase({ receivedOn: '2024-09-30' });
    await close(caseId, '2025-10-01');
    expect(await year(2567)).toMatchObject({ carriedOver: 0, new: 1, completed: 0, inProgress: 1 });
    expect(await year(2568)).toMatchObject({ carriedOver: 1, new: 0, completed: 0, inProgress: 1 });
    expect(await year(2569)).toMatchObject({ carriedOver: 1, new: 0, completed: 1, inProgress: 0 });
    expect(await year(2570)).toMatchObject({ carriedOver: 0, new: 0, total: 0 });
  });

  it('counts a reopened complaint again and says how many were reopened', async () => {
    const caseId = await openCase({ receivedOn: '2025-10-10' });
    await close(caseId, '2025-12-01');
    await facts.move(caseId, { on: '2026-02-02', status: 'received', step: 2, completed: false });
    expect(await year(2569)).toMatchObject({ new: 2, reopened: 1, total: 2, completed: 1, inProgress: 1 });
    const rows = await statistics.monthly({ province }, 2569);
    expect(rows.find((row) => row.kind === 'month' && row.month === '2026-02')).toMatchObject({ new: 1, reopened: 1 });
  });

  it('tells the step at which those in progress stood on the last day of the year', async () => {
    const caseId = await openCase({ receivedOn: '2025-09-01' });
    await facts.move(caseId, { on: '2025-09-03', status: 'sorted', step: 3, completed: false, accepted: true });
    await facts.move(caseId, { on: '2025-10-01', status: 'verifying', step: 4, completed: false });
    expect((await year(2568)).byStep).toEqual({ '3': 1 });
    expect((await year(2569)).byStep).toEqual({ '4': 1 });
  });

  it('keeps the sum of an imported register that does not say when a complaint was closed', async () => {
    const caseId = await openCase({ receivedOn: '2014-11-05', imported: true, step: 6 });
    await close(caseId, null);
    const figures = await year(2558);
    expect(figures).toMatchObject({ new: 1, completed: 1, inProgress: 0 });
    expectToAddUp(figures);
  });

  it('moves a complaint between the tables when it is classified anew', async () => {
    const caseId = await openCase({ type: 'unsorted' });
    await facts.classify(caseId, { type: 'procurement', corruptionAlleged: 'yes', accusedKind: 'local_official' });
    await facts.classify(caseId, { agencyCode: 'NWT-LAND', district: '9602' });
    const figures = await year(2569);
    expect(figures.byType).toEqual({ procurement: 1 });
    expect(figures.byDistrict).toEqual({ '9602': 1 });
    expect(await statistics.typesByMonth({ province }, 2569)).toEqual([
      { row: 'procurement', column: '2025-11', n: 1 },
    ]);
  });

  it('puts on the ITA page of an agency only corruption and misconduct about its own officials', async () => {
    const own = { agencyCode: 'NWT-LAND', accusedKind: 'state_official' };
    await openCase({ ...own, type: 'misconduct' });
    await openCase({ ...own, type: 'procurement', corruptionAlleged: 'yes' });
    await openCase({ ...own, type: 'procurement', corruptionAlleged: 'no' });
    await openCase({ ...own, type: 'misconduct', accusedKind: 'other' });
    await openCase({ ...own, type: 'corruption', agencyCode: 'NWT-TREASURY' });
    const page = await statistics.monthly({ province, agencyCode: 'NWT-LAND', itaOnly: true }, 2569);
    expect(page.at(-1)).toMatchObject({ kind: 'year', new: 2, total: 2 });
    const whole = await statistics.monthly({ province, itaOnly: true }, 2569);
    expect(whole.at(-1)).toMatchObject({ new: 3 });
  });

  it('tells answered in time, late and not yet of every agency, and the parts make what was received', async () => {
    const caseId = await openCase();
    const sent = async (dueOn: string | null): Promise<string> => {
      const referralId = newId();
      const referral = { referralId, caseId, agencyCode: 'NWT-LAND', unlisted: false, sentOn: '2025-11-05', dueOn };
      await facts.referralSent(referral);
      return referralId;
    };
    await facts.referralAnswered(await sent('2025-11-20'), { state: 'final', on: '2025-11-10', inTime: true });
    await facts.referralAnswered(await sent('2025-11-20'), { state: 'not_ours', on: '2025-11-28', inTime: false });
    await facts.referralAnswered(await sent('2025-11-20'), { state: 'accepted', on: '2025-11-06', inTime: null });
    await facts.referralAnswered(await sent('2025-11-20'), { state: 'withdrawn', on: '2025-11-06', inTime: null });
    await facts.referralAnswered(await sent(null), { state: 'final', on: null, inTime: null });
    await sent('2099-01-01');
    expect(await statistics.agencies({ province }, 2569)).toEqual([
      { agencyCode: 'NWT-LAND', received: 6, inTime: 1, late: 1, undated: 1, waiting: 1, overdue: 1, withdrawn: 1 },
    ]);
  });

  it('tells the overdue of a running year by channel, and nothing of a year that is over', async () => {
    clock.set('2025-11-20T03:00:00.000Z');
    await openCase({ channel: 'letter' });
    expect(await statistics.overdue({ province }, 2569)).toBeNull();
    await facts.due(await openCase({ channel: 'letter' }), '2025-11-19T09:30:00.000Z');
    await facts.due(await openCase({ channel: 'box' }), '2025-11-21T09:30:00.000Z');
    const done = await openCase({ channel: 'letter' });
    await facts.due(done, '2025-11-19T09:30:00.000Z');
    await close(done, '2025-11-20');
    expect(await statistics.overdue({ province }, 2569)).toEqual({ box: 0, letter: 1 });
    expect(await statistics.overdue({ province }, 2568)).toBeNull();
  });

  it('refuses a fact about a complaint that was never opened, and leaves nothing of a write that fails', async () => {
    await expect(close('nobody', '2025-12-01')).rejects.toThrow();
    const fact = opened();
    await home.database
      .write(async () => {
        await facts.openCase(fact);
        throw new Error('the case could not be written');
      })
      .catch(() => undefined);
    await expect(home.database.reader.countBy(FactCase, { caseId: fact.caseId })).resolves.toBe(0);
  });

  it('adds up for every year and day, whatever the history of openings, moves, closings and reopenings', async () => {
    const day = fc.integer({ min: 0, max: 1200 }).map((n) => new Date(Date.UTC(2022, 7, 1) + n * 86_400_000));
    const iso = day.map((date) => date.toISOString().slice(0, 10));
    const history = fc.record({
      receivedOn: iso,
      channel: fc.constantFrom('website', 'letter', 'box'),
      type: fc.constantFrom('general', 'corruption', 'unsorted'),
      moves: fc.array(
        fc.record({ on: fc.oneof(iso, fc.constant(null)), done: fc.boolean(), step: fc.integer({ min: 1, max: 6 }) }),
        { maxLength: 6 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(history, { maxLength: 8 }), iso, async (histories, asOf) => {
        province = `P${++nextProvince}`;
        let openings = 0;
        await home.database.write(async () => {
          for (const { moves, ...rest } of histories) {
            const caseId = await openCase(rest);
            openings += 1;
            for (const [at, { on, done, step }] of moves.entries()) {
              if (!done && at > 0 && moves[at - 1]?.done) openings += 1;
              await facts.move(caseId, { on, status: done ? 'recorded' : 'referred', step, completed: done });
            }
          }
        });
        let news = 0;
        for (const fiscalYear of await statistics.years(province)) {
          const figures = await year(fiscalYear);
          expectToAddUp(figures);
          if (fiscalYear <= fiscalYearOf(asOf)) expectToAddUp(await year(fiscalYear, asOf));
          const before = await year(fiscalYear - 1);
          expect(figures.carriedOver).toBe(before.inProgress);
          news += figures.new;
        }
        expect(news).toBe(openings);
      }),
      { numRuns: 12 },
    );
  });

  it('reads a year from indexes alone', async () => {
    await openCase({ receivedOn: '2025-11-03' });
    if (!home.database.isSqlite) return;
    const asked: string[] = [];
    const reader = home.database.reader;
    const query = reader.query.bind(reader);
    reader.query = (text: string, values?: unknown[]) => (asked.push(text), query(text, values));
    await year(fiscalYearOf('2025-11-03'));
    const text = asked.find((one) => one.includes('fact_stay')) ?? '';
    const plan = await query(`EXPLAIN QUERY PLAN ${text}`, [province, 2569, '2026-09-30']);
    const steps = (plan as { detail: string }[]).map(({ detail }) => detail).filter((detail) => /fact_/.test(detail));
    expect(steps.length).toBeGreaterThan(8);
    expect(steps.filter((detail) => !/USING COVERING INDEX/.test(detail))).toEqual([]);
  });
});
