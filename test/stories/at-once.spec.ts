import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

interface Filed {
  readonly number: string;
  readonly receipt: string;
}

eachHouse((_home, open) => {
  let house: House;
  beforeAll(async () => {
    house = await open();
  });
  afterAll(() => house.close());

  const file = (allegation: string, more: object = {}) =>
    house.anyone.post<Filed>('/api/v1/complaints', { allegation, ...more });

  it('loses nothing of sixteen filings at once: sixteen numbers, sixteen receipts, all with their clocks', async () => {
    const filed = await Promise.all(Array.from({ length: 16 }, (_, i) => file(`เรื่องที่ ${i}`)));
    expect(filed.map(({ status }) => status)).toEqual(Array<number>(16).fill(201));
    expect(new Set(filed.map(({ body }) => body.number)).size).toBe(16);
    expect(new Set(filed.map(({ body }) => body.receipt)).size).toBe(16);
    for (const { body } of filed) {
      const seen = await house.anyone.post<Filed>('/api/v1/status', { receipt: body.receipt });
      expect(seen.body.number).toBe(body.number);
    }
    const em = house.server.app.get(Database).reader;
    const rows = await sql<{ register_no: number }>(em, 'SELECT register_no FROM case_file ORDER BY register_no');
    expect(rows.map((row) => row.register_no)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    const clocks = await sql<{ n: number | string }>(em, 'SELECT COUNT(*) AS n FROM deadline GROUP BY case_id');
    expect(clocks.map(({ n }) => Number(n))).toEqual(Array<number>(16).fill(6));
  });

  it('makes one case of the same form sent sixteen times at once, and one working receipt', async () => {
    const submissionKey = 'k'.repeat(42) + 'A';
    const sent = await Promise.all(Array.from({ length: 16 }, () => file('กดส่งซ้ำ', { submissionKey })));
    const taken = sent.filter(({ status }) => status === 201);
    expect(taken.length).toBeGreaterThan(0);
    expect(new Set(taken.map(({ body }) => body.number)).size).toBe(1);
    expect(sent.every(({ status }) => [201, 404, 409, 503].includes(status))).toBe(true);
    const last = await file('กดส่งซ้ำ', { submissionKey });
    expect(last.body.number).toBe(taken[0]?.body.number);
    const works = await Promise.all(
      [...taken, last].map(({ body }) => house.anyone.post('/api/v1/status', { receipt: body.receipt })),
    );
    expect(works.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('lets one of sixteen officers take the same step', async () => {
    const { body } = await file('สิบหกคนพร้อมกัน');
    const officers: Asker[] = [];
    for (let i = 0; i < 16; i++) officers.push(await house.officer(`officer${i}`, ['desk_officer']));
    const sorting = {
      outcome: 'accept',
      type: 'service',
      corruptionAlleged: 'no',
      accusedKind: 'state_official',
      agencyCode: 'NWT-LAND',
      reasons: 'ชัดเจน',
    };
    const answers = await Promise.all(officers.map((one) => one.post(`/api/v1/cases/${body.number}/sorting`, sorting)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(15);
    const em = house.server.app.get(Database).reader;
    const [papers] = await sql<{ n: number | string }>(
      em,
      `SELECT COUNT(*) AS n FROM case_event e JOIN case_file f ON f.id = e.case_id WHERE f.number = $1 AND e.kind = 'sorted'`,
      [body.number],
    );
    expect(Number(papers?.n)).toBe(1);
  });

  it('gives a claim code to one of sixteen who open it at once', async () => {
    const officer = await house.officer('counter', ['desk_officer']);
    const entered = await officer.post<{ number: string; claimCode: string }>('/api/v1/desk/complaints', {
      allegation: 'โทรศัพท์เข้ามา',
      channel: 'telephone',
      receivedAt: new Date(Date.now() - 60_000).toISOString(),
    });
    expect(entered.status).toBe(201);
    expect(entered.body).not.toHaveProperty('receipt');
    const { claimCode } = entered.body;
    const claims = await Promise.all(
      Array.from({ length: 16 }, () => house.anyone.post<Filed>('/api/v1/claims', { claimCode })),
    );
    const won = claims.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    expect(claims.filter(({ status }) => status === 404)).toHaveLength(15);
    expect((await house.anyone.post('/api/v1/status', { receipt: won[0]?.body.receipt })).status).toBe(200);
  });
});
