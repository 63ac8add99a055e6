import { Notices } from '../../src/notices/notices';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

interface Steps {
  readonly status: string;
  readonly message: string;
  readonly steps: readonly { no: number; startedAt: string | null; dueAt: string | null; doneAt: string | null }[];
  readonly words: readonly { text: string; final: boolean }[];
}

interface Figures {
  readonly new: number;
  readonly total: number;
  readonly completed: number;
  readonly inProgress: number;
  readonly byChannel: Record<string, number>;
  readonly byType: Record<string, number>;
  readonly byAgency: { rows: Record<string, number>; referrals: number; cases: number };
}

const FISCAL_YEAR = 2569;

/** Monday mornings and so on, inside office hours of fiscal year 2569. */
const at = (day: string, time = '03:00'): string => `${day}T${time}:00.000Z`;

/** One complaint from the first word to a ruling, through the doors, as issue A must show it. */
eachHouse((_home, open) => {
  let house: House;
  let officer: Asker;
  let head: Asker;
  let investigator: Asker;
  let executive: Asker;
  let land: Asker;
  let district: Asker;
  let plan: Asker;
  let number = '';
  let receipt = '';
  let before: Figures;

  const cases = (path: string): string => `/api/v1/cases/${number}/${path}`;
  const status = async (): Promise<Steps> => (await house.anyone.post<Steps>('/api/v1/status', { receipt })).body;
  const figures = async (): Promise<Figures> =>
    (await house.anyone.get<Figures>(`/api/v1/statistics?fiscalYear=${FISCAL_YEAR}`)).body;
  const indicator = async (code: string): Promise<Record<string, unknown> | undefined> => {
    const { body } = await plan.get<{ indicators: Record<string, unknown>[] }>(
      `/api/v1/indicators?fiscalYear=${FISCAL_YEAR}`,
    );
    return body.indicators.find((one) => one.code === code);
  };
  const ok = async (answer: Promise<{ status: number; text: string }>): Promise<void> => {
    const { status: code, text } = await answer;
    expect(`${code} ${code === 201 ? '' : text}`).toBe('201 ');
  };

  beforeAll(async () => {
    house = await open();
    house.clock.set(at('2026-03-02'));
    officer = await house.officer('officer', ['desk_officer']);
    head = await house.officer('head', ['desk_head']);
    investigator = await house.officer('investigator', ['investigator']);
    executive = await house.officer('executive', ['executive']);
    land = await house.officer('land', ['agency_contact'], 'NWT-LAND');
    district = await house.officer('provoff', ['agency_contact'], 'NWT-PROVOFF');
    plan = await house.officer('plan', ['plan_officer']);
    before = await figures();
  });
  afterAll(() => house.close());

  it('is filed by the public and acknowledged at once', async () => {
    const filed = await house.anyone.post<{ number: string; receipt: string; acknowledgeBy: string }>(
      '/api/v1/complaints',
      {
        allegation: 'มีการเรียกเงินค่ารังวัดเกินอัตราที่ประกาศไว้',
        type: 'corruption',
        district: '9601',
        occurredOn: '๑ มี.ค. ๒๕๖๙',
        anonymous: true,
      },
    );
    expect(filed.status).toBe(201);
    ({ number, receipt } = filed.body);
    expect(receipt).toMatch(/^\d{20}$/);
    expect(filed.body.acknowledgeBy).toBe('2026-03-06T09:30:00.000Z');
    const seen = await status();
    expect(seen.status).toBe('received');
    expect(seen.steps.map(({ doneAt }) => doneAt !== null)).toEqual([true, false, false, false, false, false]);
    expect(seen.steps[1]?.dueAt).toBe('2026-03-04T09:30:00.000Z');
  });

  it('tells the superior, and counts as one new case', async () => {
    await house.server.app.get(Notices).read();
    const story = await head.get<{ story: { kind: string }[] }>(`/api/v1/cases/${number}`);
    expect(story.body.story.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['received', 'superiorTold']));
    const now = await figures();
    expect(now.new).toBe(before.new + 1);
    expect(now.inProgress).toBe(before.inProgress + 1);
    expect(now.byChannel.website ?? 0).toBe((before.byChannel.website ?? 0) + 1);
    expect(now.byType.corruption ?? 0).toBe((before.byType.corruption ?? 0) + 1);
  });

  it('is acknowledged by a person, whose word only the receipt shows', async () => {
    house.clock.set(at('2026-03-03'));
    await ok(officer.post(cases('words'), { text: 'เราได้รับเรื่องของท่านแล้ว และกำลังอ่าน' }));
    expect((await status()).words).toEqual([
      expect.objectContaining({ text: 'เราได้รับเรื่องของท่านแล้ว และกำลังอ่าน', final: false }),
    ]);
  });

  it('is refused any step out of order, and says what is allowed', async () => {
    const refused = await officer.post<{ allowed: string[] }>(cases('report'), { summary: 'ข้ามขั้น' });
    expect(refused.status).toBe(409);
    expect(refused.body.allowed).toEqual(expect.arrayContaining(['sort', 'end']));
  });

  it('is sorted: accepted as corruption of a state official', async () => {
    await ok(
      officer.post(cases('sorting'), {
        outcome: 'accept',
        type: 'corruption',
        corruptionAlleged: 'yes',
        accusedKind: 'state_official',
        agencyCode: 'NWT-TREAS',
        riskArea: 'permits',
        reasons: 'ระบุวัน สถานที่ และจำนวนเงินชัดเจน',
      }),
    );
    const seen = await status();
    expect(seen.status).toBe('sorted');
    expect(seen.steps[1]?.doneAt).not.toBeNull();
    expect((await indicator('2.1'))?.value).toBe(1);
  });

  it('is referred to two agencies, never to the accused one', async () => {
    house.clock.set(at('2026-03-04'));
    const toAccused = await officer.post(cases('referrals'), { agencyCode: 'NWT-TREAS', message: 'ขอให้ชี้แจง' });
    expect(toAccused.status).toBe(400);
    await ok(
      officer.post(cases('referrals'), {
        to: [
          { agencyCode: 'NWT-LAND', purpose: 'act', lead: true },
          { agencyCode: 'NWT-PROVOFF', purpose: 'clarify' },
        ],
        message: 'ขอให้ตรวจสอบอัตราค่ารังวัดและชี้แจง',
        letterNo: 'นธ 0017.1/123',
        letterDate: '2026-03-04',
        signedAs: 'self',
      }),
    );
    const seen = await status();
    expect(seen.status).toBe('referred');
    const now = await figures();
    expect(now.byAgency.referrals).toBe(before.byAgency.referrals + 2);
    expect(now.byAgency.rows['NWT-LAND'] ?? 0).toBe((before.byAgency.rows['NWT-LAND'] ?? 0) + 1);
  });

  it('is answered by each agency, which sees its own referral only', async () => {
    const ids = await Promise.all([land, district].map(async (asker) => referralsOf(asker)));
    expect(ids.map((list) => list.length)).toEqual([1, 1]);
    const early = await head.post(cases('verification'), { mode: 'documents', reason: 'ตรวจเอกสารก่อน' });
    expect(early.status).toBe(409);
    await ok(land.post(cases(`referrals/${ids[0]?.[0]}/answers`), { kind: 'accepted' }));
    const notHers = await land.post(cases(`referrals/${ids[1]?.[0]}/answers`), { kind: 'accepted' });
    expect(notHers.status).toBe(404);
    house.clock.set(at('2026-03-10'));
    await ok(district.post(cases(`referrals/${ids[1]?.[0]}/answers`), { kind: 'final', text: 'ชี้แจงตามเอกสารแนบ' }));
    await ok(land.post(cases(`referrals/${ids[0]?.[0]}/answers`), { kind: 'final', text: 'ตรวจแล้วพบการเก็บเกินอัตรา' }));
  });

  it('is verified by the investigator the head ordered', async () => {
    house.clock.set(at('2026-03-11'));
    await ok(
      head.post(cases('verification'), { mode: 'documents', reason: 'ดูจากใบเสร็จ', investigator: 'investigator' }),
    );
    expect((await status()).status).toBe('verifying');
    await ok(investigator.post(cases('verification'), { finding: 'founded', text: 'ใบเสร็จเกินอัตราสามรายการ' }));
    const seen = await status();
    expect(seen.status).toBe('verified');
    expect(seen.steps[3]?.doneAt).not.toBeNull();
  });

  it('is reported and ordered by the executive', async () => {
    house.clock.set(at('2026-03-12'));
    await ok(officer.post(cases('report'), { summary: 'พบการเก็บเงินเกินอัตรา เสนอให้ดำเนินการทางวินัย' }));
    expect((await status()).status).toBe('reported');
    const notHers = await officer.post(cases('report/order'), { order: 'ordered', text: 'ดำเนินการ' });
    expect(notHers.status).toBe(403);
    await ok(executive.post(cases('report/order'), { order: 'ordered', text: 'ให้ดำเนินการทางวินัย' }));
    expect((await status()).status).toBe('ordered');
  });

  it('is recorded by two persons, and the reporter reads the answer', async () => {
    house.clock.set(at('2026-03-13'));
    await ok(
      head.post(cases('record'), {
        outcome: 'founded_discipline',
        improvement: true,
        improvementText: 'ติดประกาศอัตราไว้หน้าเคาน์เตอร์',
        answer: 'ตรวจสอบแล้วพบว่ามีมูล และได้ดำเนินการทางวินัยแล้ว',
      }),
    );
    expect((await head.post(cases('approval'), { decision: 'grant' })).status).toBe(403);
    expect((await officer.post(cases('approval'), { decision: 'grant' })).status).toBe(403);
    await ok(executive.post(cases('approval'), { decision: 'grant' }));
    const seen = await status();
    expect(seen.status).toBe('recorded');
    expect(seen.message).toContain('มีมูล');
    expect(seen.words.at(-1)).toMatchObject({ final: true });
    const now = await figures();
    expect(now.completed).toBe(before.completed + 1);
    expect(now.inProgress).toBe(before.inProgress);
    expect(now.new).toBe(before.new + 1);
  });

  it('is ruled upon after closing, by two persons, in the fiscal year of the finding', async () => {
    house.clock.set(at('2026-07-01'));
    expect((await indicator('2.2.1'))?.value).toBe(0);
    await ok(
      officer.post(cases('rulings'), {
        body: 'NACC',
        reference: 'ปช 0015/456',
        date: '2026-06-15',
        kind: 'discipline',
        agencyCode: 'NWT-TREAS',
      }),
    );
    expect((await officer.post(cases('approval'), { decision: 'grant', kind: 'ruling' })).status).toBe(403);
    await ok(head.post(cases('approval'), { decision: 'grant', kind: 'ruling' }));
    expect((await indicator('2.2.1'))?.value).toBe(1);
    expect((await indicator('2.2.2'))?.value).toBe(0);
    expect((await status()).status).toBe('recorded');
  });

  const referralsOf = async (asker: Asker): Promise<string[]> => {
    const file = await asker.get<{ referrals: { id: string }[] }>(`/api/v1/cases/${number}`);
    return file.body.referrals.map(({ id }) => id);
  };
});
