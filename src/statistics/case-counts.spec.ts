import type { OpenDatabase } from '../../test/harness/databases';
import { eachDatabase } from '../../test/harness/databases';
import { SetClock } from '../platform/clock';
import { newId } from '../platform/ids';
import { CaseCounts } from './case-counts';
import { Facts } from './facts';
import type { OpenedCase } from './facts.shapes';
import { periodOf } from './fiscal-year';
import { STATISTICS_ENTITIES } from './statistics.entities';

eachDatabase((_home, open) => {
  const clock = new SetClock();
  let home: OpenDatabase;
  let facts: Facts;
  let counts: CaseCounts;
  let province = '';
  let nextProvince = 0;

  beforeAll(async () => {
    home = await open(STATISTICS_ENTITIES);
    facts = new Facts(home.database, clock);
    counts = new CaseCounts(home.database, clock);
  });
  afterAll(() => home.close());
  beforeEach(() => {
    clock.set('2025-11-20T03:00:00.000Z');
    province = `T${++nextProvince}`;
  });

  const year = periodOf(2569, '2026-12-01');
  async function openCase(changes: Partial<OpenedCase> = {}): Promise<string> {
    const caseId = newId();
    await facts.openCase({
      caseId,
      province,
      receivedOn: '2025-11-03',
      channel: 'website',
      type: 'corruption',
      corruptionAlleged: null,
      accusedKind: null,
      agencyCode: null,
      district: '9601',
      imported: false,
      step: 2,
      ...changes,
    });
    return caseId;
  }
  const move = (caseId: string, status: string, completed: boolean, accepted?: boolean) =>
    facts.move(caseId, {
      on: '2025-12-01',
      status,
      step: 3,
      completed,
      ...(accepted === undefined ? {} : { accepted }),
    });
  const sorted = async (changes: Partial<OpenedCase> = {}): Promise<string> => {
    const caseId = await openCase(changes);
    await move(caseId, 'sorted', false, true);
    await facts.classify(caseId, { corruptionAlleged: 'yes', accusedKind: 'state_official', agencyCode: 'NWT-LAND' });
    return caseId;
  };
  const ruling = (caseId: string, kind: 'discipline' | 'corruption' | 'both', on: string, agencyCode = 'NWT-LAND') => {
    const rulingId = newId();
    return facts.ruling({ rulingId, caseId, province, kind, agencyCode, on }).then(() => rulingId);
  };

  it('counts accepted complaints with corruption alleged, whatever their subject, and tells what became of the rest', async () => {
    await sorted();
    await sorted({ type: 'procurement' });
    await openCase();
    await move(await openCase(), 'ended', true, false);
    await move(await sorted(), 'merged', true);
    await facts.classify(await sorted(), { type: 'service', corruptionAlleged: 'no' });
    await sorted({ receivedOn: '2026-10-01' });
    await openCase({ type: 'general' });
    expect(await counts.corruption(province, year)).toEqual({
      received: 6,
      counted: 2,
      refused: 1,
      merged: 1,
      reclassified: 1,
      unsorted: 1,
      enteredLate: 0,
    });
  });

  it('takes a refused complaint that was reopened as not sorted yet', async () => {
    const caseId = await openCase();
    await move(caseId, 'ended', true, false);
    await move(caseId, 'received', false);
    expect(await counts.corruption(province, year)).toMatchObject({ refused: 0, unsorted: 1 });
  });

  it('takes an imported complaint that is under way as accepted, and never as entered late', async () => {
    await openCase({ imported: true, step: 3, receivedOn: '2014-11-05' });
    const counted = await counts.corruption(province, periodOf(2558, '2026-12-01'));
    expect(counted).toMatchObject({ received: 1, counted: 1, enteredLate: 0 });
  });

  it('tells what was typed in after the period had ended', async () => {
    clock.set('2026-10-05T03:00:00.000Z');
    await sorted();
    expect(await counts.corruption(province, year)).toMatchObject({ counted: 1, enteredLate: 1 });
  });

  it('counts political office holders apart', async () => {
    await facts.classify(await sorted(), { accusedKind: 'political_office_holder' });
    await sorted();
    expect(await counts.corruption(province, year, true)).toMatchObject({ counted: 1 });
  });

  it('counts a ruling once per complaint, one for both in each, and an overturned one no longer', async () => {
    const one = await sorted();
    await ruling(one, 'both', '2026-03-01');
    await ruling(one, 'discipline', '2026-04-01');
    await ruling(one, 'discipline', '2026-04-01', 'NWT-TREAS');
    const other = await sorted();
    const overturned = await ruling(other, 'corruption', '2026-05-01');
    const of = (kind: 'discipline' | 'corruption', period = year) => counts.rulings(province, period, kind);
    expect(await of('corruption')).toEqual({ total: 2, rows: [{ agencyCode: 'NWT-LAND', n: 2 }] });
    await facts.rulingOverturned(overturned, '2026-06-01');
    clock.set('2026-12-01T03:00:00.000Z');
    expect(await of('corruption')).toEqual({ total: 1, rows: [{ agencyCode: 'NWT-LAND', n: 1 }] });
    expect(await of('discipline')).toEqual({
      total: 1,
      rows: [
        { agencyCode: 'NWT-LAND', n: 1 },
        { agencyCode: 'NWT-TREAS', n: 1 },
      ],
    });
  });

  it('counts a complaint in the year of its first finding, years after it was received', async () => {
    const caseId = await sorted();
    await ruling(caseId, 'corruption', '2028-01-10');
    await ruling(caseId, 'both', '2029-01-10');
    const in2571 = await counts.rulings(province, periodOf(2571, '2030-01-01'), 'corruption');
    const in2572 = await counts.rulings(province, periodOf(2572, '2030-01-01'), 'corruption');
    expect([in2571.total, in2572.total]).toEqual([1, 0]);
    expect((await counts.rulings(province, periodOf(2572, '2030-01-01'), 'discipline')).total).toBe(1);
  });

  it('counts complaints about officials by agency, merged ones once', async () => {
    await sorted();
    await facts.classify(await openCase({ type: 'service' }), { accusedKind: 'local_official', agencyCode: null });
    await move(await sorted(), 'merged', true);
    await openCase({ type: 'general' });
    expect(await counts.aboutOfficials(province, year)).toMatchObject({ total: 2 });
  });

  it('counts proceedings that fell due or ended in the year, each once, as they stand now', async () => {
    const enter = async (counterSuit = false): Promise<string> => {
      const proceedingId = newId();
      await facts.proceeding({ proceedingId, province, caseId: null, body: 'nacc', counterSuit });
      return proceedingId;
    };
    const limit = async (proceedingId: string, dueOn: string, endedOn: string | null, extended = false) => {
      const fact = { limitId: newId(), proceedingId, province, dueOn, endedOn, extended };
      await facts.limit(fact);
      return fact;
    };
    const first = await enter();
    const preliminary = await limit(first, '2026-01-15', '2026-02-01');
    await facts.limit({ ...preliminary, extended: true });
    await limit(first, '2026-05-01', null);
    await limit(await enter(), '2025-09-30', '2025-10-01');
    const later = await enter(true);
    await limit(later, '2026-11-01', null, true);
    expect(await counts.proceedings(province, year)).toEqual({ all: 2, extended: 1, counterSuits: 0 });
    const mistaken = await limit(later, '2026-09-30', null);
    // Its other limit was extended, but that one is another year's.
    expect(await counts.proceedings(province, year)).toEqual({ all: 3, extended: 1, counterSuits: 1 });
    await facts.withoutLimit(mistaken.limitId);
    expect(await counts.proceedings(province, year)).toEqual({ all: 2, extended: 1, counterSuits: 0 });
  });

  it('counts answers to reporters in the year they were told, and completions without one against it', async () => {
    const answered = await sorted();
    await facts.reporterAnswered(answered, { on: '2026-09-30', inTime: true });
    await facts.move(answered, { on: '2026-10-02', status: 'recorded', step: 6, completed: true });
    await facts.reporterAnswered(await sorted(), { on: '2026-09-30', inTime: false });
    await move(await openCase(), 'ended', true, false);
    await move(await openCase({ imported: true }), 'recorded', true);
    expect(await counts.answers(province, year)).toEqual({ of: 3, inTime: 1 });
    expect(await counts.answers(province, periodOf(2570, '2027-12-01'))).toEqual({ of: 0, inTime: 0 });
  });

  it('says whether the desk kept records in a year', async () => {
    await openCase();
    expect([await counts.knows(province, 2569), await counts.knows(province, 2568)]).toEqual([true, false]);
  });
});
