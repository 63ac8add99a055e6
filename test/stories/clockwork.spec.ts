import { at } from '../../src/deadlines/testing/calendars';
import { eachHouse } from '../harness/app';
import type { Filed } from '../harness/clockwork';
import { ClockworkHouse } from '../harness/clockwork';

/** The promises of issue 4 by their own names, through the doors, on both homes; more of them in docs/clockwork.md. */
eachHouse((_home, open) => {
  let desk: ClockworkHouse;
  beforeAll(async () => {
    desk = await ClockworkHouse.open(await open({ RATE_LIMITS: 'off' }), '2026-11-06 10:00');
  });
  afterAll(() => desk?.house.close());
  // A Friday without a holiday within a month.
  beforeEach(() => desk.goTo('2026-11-06 10:00'));

  const dueOf = async (filed: Filed, clock: Parameters<ClockworkHouse['clock']>[1]) =>
    (await desk.clock(filed, clock)).dueAt;
  const filedAt = (text: string): Promise<Filed> => {
    desk.goTo(text);
    return desk.file();
  };

  it('deadline on a holiday: the next working day, and the explanation names the holiday', async () => {
    const filed = await filedAt('2026-11-25 10:00');
    await desk.refer(filed);
    const answer = await desk.clock(filed, 'agency_answer');
    expect(answer.dueAt).toBe(at('2026-12-11 16:30'));
    expect(answer.why.join('\n')).toMatch(/๑๐ ธันวาคม ๒๕๖๙ วันรัฐธรรมนูญ/);
  });

  it('pause over a weekend: costs nothing in working days, and its length in calendar days', async () => {
    const filed = await desk.file();
    await desk.pause(filed, 'sort', '2026-11-06 16:30', '2026-11-09 08:30');
    expect(await dueOf(filed, 'sort')).toBe(at('2026-11-09 16:30'));
    const other = await filedAt('2026-11-06 10:00');
    await desk.refer(other);
    expect(await dueOf(other, 'verify')).toBe(at('2026-11-23 16:30'));
    await desk.pause(other, 'verify', '2026-11-06 16:30', '2026-11-09 08:30');
    expect(await dueOf(other, 'verify')).toBe(at('2026-11-24 16:30'));
  });

  it('category change keeps paused time', async () => {
    const filed = await desk.file();
    await desk.refer(filed);
    await desk.pause(filed, 'verify', '2026-11-06 10:00', '2026-11-09 10:00');
    const official = { accusedKind: 'state_official', agencyCode: 'NWT-TREAS', reason: 'ผู้ถูกร้องเป็นข้าราชการ' };
    await desk.ok(desk.officer.post(`/api/v1/cases/${filed.number}/classification`, official));
    // Thirty days from the close of 6 November, and the three that the clock stood still.
    expect(await dueOf(filed, 'verify')).toBe(at('2026-12-09 16:30'));
  });

  it.each([
    [
      'merge',
      async ({ number }: Filed, main: Filed) => {
        await desk.ok(desk.officer.post(`/api/v1/cases/${number}/merger`, { mainNumber: main.number, reason: 'ซ้ำ' }));
      },
    ],
    ['close', (filed: Filed) => desk.end(filed)],
    [
      'withdrawal',
      async ({ number }: Filed) => {
        await desk.ok(desk.officer.post(`/api/v1/cases/${number}/withdrawal`, { reason: 'ผู้ร้องขอถอน' }));
      },
    ],
  ] as const)('%s: stops every clock, and the sweep fires nothing more', async (_, stop) => {
    const [filed, main] = [await desk.file(), await desk.file()];
    await stop(filed, main);
    expect(await desk.running(filed)).toEqual([]);
    const before = await desk.told(filed);
    await desk.round('2027-03-01 10:00');
    expect((await desk.told(filed)).filter((one) => !before.includes(one) && /overdue|no_news/.test(one))).toEqual([]);
    expect((await desk.told(main)).join()).toContain('sort_overdue');
  });

  it('reopen keeps the old breach and starts a new clock', async () => {
    const filed = await desk.file();
    desk.goTo('2026-11-11 10:00');
    await desk.end(filed);
    desk.goTo('2026-11-20 10:00');
    await desk.ok(desk.officer.post(`/api/v1/cases/${filed.number}/reopening`, { reason: 'มีพยานใหม่' }));
    await desk.grant(filed.number);
    const sorts = (await desk.clocks(filed)).filter(({ clock }) => clock === 'sort');
    expect(sorts.map(({ clockNo, metInTime, dueAt }) => [clockNo, metInTime, dueAt])).toEqual([
      [1, false, at('2026-11-09 16:30')],
      [2, null, at('2026-11-23 16:30')],
    ]);
  });

  it('a comment moves nothing', async () => {
    const filed = await desk.file();
    await desk.round();
    const before = await desk.clocks(filed, desk.head);
    desk.goTo('2026-11-09 09:00');
    await desk.ok(desk.officer.post(`/api/v1/cases/${filed.number}/comments`, { text: 'โทรถามแล้ว' }));
    await desk.ok(desk.head.post(`/api/v1/cases/${filed.number}/assignment`, { username: 'officer' }));
    await desk.ok(desk.head.get(`/cases/${filed.number}`));
    expect(await desk.clocks(filed, desk.head)).toEqual(before);
  });

  it('notices at midnight and on holidays: none; at 08:30 of the next working day', async () => {
    desk.goTo('2026-12-04 10:00');
    const filed = await desk.enter({ receivedAt: '2026-12-04' });
    // Due after 24 hours, on a Saturday that is a holiday; Monday keeps it. The sorting falls on Tuesday.
    for (const quiet of ['2026-12-05 10:30', '2026-12-07 09:00', '2026-12-08 00:00', '2026-12-08 08:29']) {
      await desk.round(quiet);
      expect((await desk.told(filed)).filter((one) => one.includes('overdue'))).toEqual([]);
    }
    await desk.round('2026-12-08 08:30');
    const told = (await desk.told(filed)).filter((one) => one.includes('overdue'));
    expect(told.toSorted()).toEqual(['head auto_ack_overdue', 'head sort_overdue']);
  });

  it('23:30 Bangkok and 23:30 UTC: the day that counts is the one on the wall in Bangkok', async () => {
    expect(await dueOf(await filedAt('2026-11-18 23:30'), 'sort')).toBe(at('2026-11-19 16:30'));
    expect(await dueOf(await filedAt('2026-11-19 00:30'), 'sort')).toBe(at('2026-11-20 16:30'));
    desk.house.clock.set('2026-11-18T23:30:00.000Z');
    expect(await dueOf(await desk.file(), 'sort')).toBe(at('2026-11-20 16:30'));
  });

  it('year without calendar: keeps the weekends, counts on, and says which year is not known', async () => {
    const sort = await desk.clock(await filedAt('2027-12-30 10:00'), 'sort');
    expect(sort.dueAt).toBe(at('2028-01-03 16:30'));
    expect(sort.why.join('\n')).toMatch(/ยังไม่มีวันหยุดราชการปี ๒๕๗๑/);
    expect(sort.explanation).toContainEqual({ code: 'uncovered', year: 2028 });
  });

  it('leap day: 29 February is a day like any other', async () => {
    expect(await dueOf(await filedAt('2028-02-28 10:00'), 'sort')).toBe(at('2028-02-29 16:30'));
    const filed = await filedAt('2028-02-14 10:00');
    await desk.refer(filed);
    expect(await dueOf(filed, 'agency_answer')).toBe(at('2028-02-29 16:30'));
  });

  it('fiscal-year edge 30 Sep / 1 Oct: the clock runs on, the case stays in the year it came', async () => {
    const newIn = async (year: number) =>
      (await desk.ok<{ new: number }>(desk.house.anyone.get(`/api/v1/statistics?fiscalYear=${year}`))).body.new;
    desk.goTo('2026-10-02 10:00');
    const before = [await newIn(2569), await newIn(2570)];
    const last = await filedAt('2026-09-30 23:30');
    const first = await filedAt('2026-10-01 00:30');
    expect([last, first].map(({ number }) => number.slice(0, 9))).toEqual(['NWT-2569-', 'NWT-2570-']);
    expect([await dueOf(last, 'sort'), await dueOf(first, 'sort')]).toEqual([
      at('2026-10-01 16:30'),
      at('2026-10-02 16:30'),
    ]);
    expect([await newIn(2569), await newIn(2570)]).toEqual(before.map((n) => n + 1));
  });
});
