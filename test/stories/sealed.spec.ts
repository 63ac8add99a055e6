import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';

/** Words that stand nowhere else, one for every door that takes a text. */
const WORDS = {
  allegation: 'กาลเวลาอันแปลกประหลาด',
  where: 'ซอยลับแลเจ็ดสิบ',
  name: 'นางสมมติ ไม่มีตัวตน',
  phone: '0812345678-zz',
  message: 'ถ้อยคำถึงผู้ร้องพิเศษ',
  reasons: 'เหตุผลคัดแยกพิสดาร',
  comment: 'บันทึกภายในเฉพาะกิจ',
  pack: 'ข้อความนำส่งเฉพาะเรื่อง',
} as const;

/** UTF-8, UTF-16, TIS-620, base64 at three offsets, hex: as a thief would search. */
function shapesOf(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word);
  const thai = Buffer.from([...word].map((c) => (c >= 'ก' ? c.charCodeAt(0) - 0x0e01 + 0xa1 : c.charCodeAt(0))));
  const base64 = [0, 1, 2].map((pad) => {
    const text = Buffer.concat([Buffer.alloc(pad), utf8]).toString('base64');
    return Buffer.from(text.slice(4, text.length - 4));
  });
  const hex = utf8.toString('hex');
  return [utf8, Buffer.from(word, 'utf16le'), thai, ...base64, Buffer.from(hex), Buffer.from(hex.toUpperCase())];
}

eachHouse((home, open) => {
  let house: House;
  let receipt = '';
  let claimCode = '';
  beforeAll(async () => {
    house = await open();
    const officer = await house.officer('officer', ['desk_officer']);
    const filed = await house.anyone.post<{ number: string; receipt: string }>('/api/v1/complaints', {
      allegation: WORDS.allegation,
      where: WORDS.where,
      identity: 'confidential',
      contact: { name: WORDS.name, phone: WORDS.phone },
    });
    ({ receipt } = filed.body);
    const entered = await officer.post<{ claimCode: string }>('/api/v1/desk/complaints', {
      allegation: WORDS.allegation,
      channel: 'telephone',
      receivedAt: '2026-03-02',
      contact: WORDS.phone,
    });
    ({ claimCode } = entered.body);
    const path = `/api/v1/cases/${filed.body.number}`;
    const done = [
      await officer.post(`${path}/words`, { text: WORDS.message }),
      await officer.post(`${path}/comments`, { text: WORDS.comment }),
      await officer.post(`${path}/sorting`, {
        outcome: 'accept',
        type: 'general',
        corruptionAlleged: 'no',
        reasons: WORDS.reasons,
      }),
      await officer.post(`${path}/referrals`, { agencyCode: 'NWT-LAND', message: WORDS.pack }),
    ];
    expect(done.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  });
  afterAll(() => house.close());

  const bytes = async (): Promise<Buffer> => {
    const { dataDir, databaseUrl } = house.settings;
    if (home === 'SQLite') return Buffer.concat(readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file))));
    const client = new Client({ connectionString: databaseUrl ?? '' });
    await client.connect();
    const tables = await client.query<{ t: string }>(
      `SELECT tablename AS t FROM pg_tables WHERE schemaname = 'public'`,
    );
    const rows = [];
    for (const { t } of tables.rows) rows.push(JSON.stringify((await client.query(`SELECT * FROM "${t}"`)).rows));
    await client.end();
    return Buffer.from(rows.join('\n'));
  };

  it('holds no word of an allegation, a name or a message in any shape', async () => {
    const all = await bytes();
    expect(all.length).toBeGreaterThan(10_000);
    const found = Object.entries(WORDS).filter(([, word]) => shapesOf(word).some((shape) => all.includes(shape)));
    expect(found).toEqual([]);
  });

  it('holds no receipt and no claim code', async () => {
    const all = await bytes();
    expect([receipt, claimCode].filter((code) => shapesOf(code).some((shape) => all.includes(shape)))).toEqual([]);
  });

  it('would find them if they were there', () => {
    const planted = Buffer.concat([Buffer.from('x'), Buffer.from(WORDS.name)]);
    expect(shapesOf(WORDS.name).some((shape) => planted.includes(shape))).toBe(true);
    const coded = Buffer.from(Buffer.from(`..${WORDS.name}..`).toString('base64'));
    expect(shapesOf(WORDS.name).some((shape) => coded.includes(shape))).toBe(true);
  });

  it('gives them back to those they were sealed to', async () => {
    const seen = await house.anyone.post<{ words: { text: string }[] }>('/api/v1/status', { receipt });
    expect(seen.body.words.map(({ text }) => text)).toEqual([WORDS.message]);
  });
});
