import { LimitWatch } from '../../src/proceedings/limit-watch';
import { Notices } from '../../src/notices/notices';
import { Wall } from '../../src/access/wall';
import { OfficersService } from '../../src/access/officers.service';
import { Database } from '../../src/platform/database/database';
import { Cases } from '../../src/cases/cases';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

interface Line {
  readonly code: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Monday 10:00 in Bangkok. */
const START = '2026-03-02T03:00:00.000Z';
const FISCAL_YEAR = 2569;

/** The limits of other bodies beside the clocks of the desk: neither moves the other's figures. */
eachHouse((_home, open) => {
  let house: House;
  let head: Asker;
  let second: Asker;
  let officer: Asker;
  let number = '';
  let proceeding = '';

  beforeAll(async () => {
    house = await open({ RATE_LIMITS: 'off' });
    house.clock.set(START);
    head = await house.officer('head', ['desk_head']);
    second = await house.officer('second', ['desk_head']);
    officer = await house.officer('officer', ['desk_officer']);
    const filed = await house.anyone.post<{ number: string }>('/api/v1/complaints', {
      allegation: 'เจ้าหน้าที่เรียกเงินจากผู้มาติดต่อราชการทุกครั้ง',
      type: 'corruption',
    });
    number = filed.body.number;
    const letter = { letterNo: 'ปช 0015/1', letterDate: '2025-10-06' };
    const opening = { body: 'NACC', reference: 'ปช 0015/1', openedOn: '2025-10-05', ...letter, caseNumber: number };
    const entered = await officer.post<{ id: string }>('/api/v1/proceedings', opening);
    expect(entered.status).toBe(201);
    proceeding = entered.body.id;
  });
  afterAll(() => house?.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T => house.server.app.get<T>(type);
  const figure = async (): Promise<readonly [number | null, number | null]> => {
    const { body } = await head.get<{ indicators: readonly Line[] }>(`/api/v1/indicators?fiscalYear=${FISCAL_YEAR}`);
    const line = body.indicators.find(({ code }) => code === '3.1');
    return [line?.numerator ?? null, line?.denominator ?? null];
  };
  const noticesOf = async (asker: Asker): Promise<string> => (await asker.get('/notices')).text;

  it('leaves indicator 3.1 where it is when the desk extends a clock of its own, and moves it when the body does', async () => {
    house.clock.set('2026-04-20T03:00:00.000Z');
    const before = await figure();
    expect(before).toEqual([0, 1]);

    const asked = await officer.post<{ id: string }>(`/api/v1/cases/${number}/extensions`, {
      clock: 'sort',
      amount: 3,
      reason: 'รอเอกสารจากหน่วยงาน',
    });
    expect(asked.status).toBe(201);
    const runs = await officer.get(`/api/v1/cases/${number}/deadlines`);
    const id = /"extensions":\[\{"id":"([0-9a-z]{26})"/.exec(runs.text)?.[1] ?? '';
    const granted = await head.post(`/api/v1/cases/${number}/extensions/${id}/approval`, { decision: 'grant' });
    expect([granted.status < 300, granted.text.includes('"state":"granted"')]).toEqual([true, true]);
    expect(await figure()).toEqual([0, 1]);

    const letter = { amount: 90, letterNo: 'ปช 0015/2', letterDate: '2026-03-25' };
    const extended = await officer.post(`/api/v1/proceedings/${proceeding}/limits/1/extensions`, letter);
    expect(extended.status).toBe(201);
    expect(await figure()).toEqual([1, 1]);
    await officer.post(`/api/v1/proceedings/${proceeding}/limits/1/extensions/1/taking-back`, { reason: 'misread' });
    expect(await figure()).toEqual([0, 1]);
  });

  it('tells the desk head that a limit is past, once, and nobody whom the case is hidden from', async () => {
    house.clock.set('2026-05-04T03:00:00.000Z');
    await get(Database).write(async () => {
      const walled = await get(OfficersService).find('second');
      const file = await get(Cases).byNumber(number);
      await get(Wall).raise(file, [{ officer: walled?.id ?? '' }], 'named');
    });
    await Promise.all([head.signIn(), second.signIn()]);
    await get(LimitWatch).run();
    await get(LimitWatch).run();
    await get(Notices).read();
    const told = await noticesOf(head);
    expect(told.split(SAYS_PAST)).toHaveLength(2);
    expect(told).toContain(number.slice(-7));
    expect(await noticesOf(second)).not.toContain(SAYS_PAST);
    expect((await second.get(`/api/v1/proceedings/${proceeding}`)).status).toBe(404);
    const forbidden = await second.post(`/api/v1/proceedings/${proceeding}/limits/1/taking-back`, { reason: 'twice' });
    expect(forbidden.status).toBe(404);
    const list = await second.get<{ total: number }>('/api/v1/proceedings/limits');
    expect(list.body.total).toBe(0);
  });

  it('stands on the desk’s page of whom it concerns, and in the story of the case', async () => {
    expect((await head.get('/desk')).text).toContain('/proceedings/limits');
    expect((await second.get('/desk')).text).not.toContain('/proceedings/limits');
    expect((await head.get(`/cases/${number}`)).text).toContain('เตือนกำหนดเวลาตามกฎหมายของคดี');
  });
});

const SAYS_PAST = 'เลยกำหนดเวลาตามกฎหมายของคดีที่องค์กรอื่นดำเนินการ';
