import { eachHouse } from '../harness/app';
import type { Filed } from '../harness/clockwork';
import { ClockworkHouse } from '../harness/clockwork';

interface Status {
  readonly message: string;
  readonly next: { readonly by: string | null } | null;
  readonly steps: readonly { readonly dueAt: string | null; readonly doneAt: string | null }[];
  readonly dates: readonly { readonly name: string; readonly by: string; readonly why: readonly string[] }[];
}

/** The reporter's "why this date?" in plain words (issue 4, item 3): on her page without script, and for programs. */
eachHouse((_home, open) => {
  let desk: ClockworkHouse;
  beforeAll(async () => {
    desk = await ClockworkHouse.open(await open({ RATE_LIMITS: 'off' }), '2026-11-25 10:00');
    await desk.house.officer('land', ['agency_contact'], 'NWT-LAND');
  });
  afterAll(() => desk?.house.close());
  beforeEach(() => desk.goTo('2026-11-25 10:00'));

  const status = async ({ receipt }: Filed, lang = 'en'): Promise<Status> =>
    (await desk.ok<Status>(desk.house.anyone.post('/api/v1/status', { receipt }, { 'accept-language': lang }))).body;
  /** Her own page: what stands in it, without its tags. */
  const page = async ({ receipt }: Filed, lang: string) => {
    const { headers } = await desk.ok(desk.house.anyone.post('/api/v1/reporter/sessions', { receipt }));
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { text } = await desk.ok(desk.house.anyone.get(`/my-report?lang=${lang}`, { cookie }));
    const details = /<details>[^]*?<\/details>/.exec(text)?.[0] ?? '';
    return { text, details: details.replace(/<[^>]+>/g, '\n'), bytes: Buffer.byteLength(text) };
  };

  it('tells the step’s date and what the office owes her, each with how it was counted', async () => {
    const filed = await desk.file();
    await desk.refer(filed);
    const { dates, next } = await status(filed);
    expect(dates.map(({ name }) => name)).toEqual([
      'The step you are waiting for',
      'An officer answers you',
      'We tell you how it is going',
    ]);
    expect(dates[0]).toMatchObject({ by: next?.by });
    expect(dates[0]?.why).toEqual([
      'We count 15 days from 25 November 2026. The first day is not counted.',
      'Days when the office is closed: 10 December 2026 (Constitution Day).',
      '10 December 2026 is a day off, so the date moves to the next working day.',
      'So the date is 11 December 2026.',
    ]);
  });

  it('on her page, in a <details> without script, in Thai, English and Malay, and light', async () => {
    const filed = await desk.file();
    await desk.refer(filed);
    const told = {
      th: /วันที่เหล่านี้คิดมาอย่างไร[^]*เรานับ ๑๕ วัน จากวันที่ ๒๕ พฤศจิกายน ๒๕๖๙[^]*วันรัฐธรรมนูญ[^]*๑๑ ธันวาคม ๒๕๖๙/,
      en: /How these dates were worked out[^]*We count 15 days[^]*Constitution Day[^]*11 December 2026/,
      ms: /Bagaimana tarikh-tarikh ini dikira[^]*Kami mengira 15 hari[^]*11 Disember 2026/,
    };
    for (const [lang, words] of Object.entries(told)) {
      const { details, text, bytes } = await page(filed, lang);
      expect(details).toMatch(words);
      expect(text).not.toMatch(/<script/);
      expect(bytes).toBeLessThan(30_000);
    }
  });

  it('tells of the time that stood still for her answer, and of more time, and nothing of the office', async () => {
    const filed = await desk.file({ type: 'corruption' });
    await desk.sort(filed, {
      type: 'corruption',
      corruptionAlleged: 'yes',
      accusedKind: 'state_official',
      agencyCode: 'NWT-TREAS',
      riskArea: 'permits',
    });
    const letter = { agencyCode: 'NWT-LAND', message: 'ความในใจของศูนย์', letterNo: 'นธ 0017/9' };
    await desk.ok(desk.officer.post(`/api/v1/cases/${filed.number}/referrals`, letter));
    await desk.pause(filed, 'agency_answer', '2026-11-26 10:00', '2026-11-30 10:00');
    const asked = { clock: 'agency_answer', amount: 9, reason: 'เหตุผลภายในที่ผู้ร้องไม่ควรรู้' };
    await desk.ok(desk.officer.post(`/api/v1/cases/${filed.number}/extensions`, asked));
    const [extension] = (await desk.clock(filed, 'agency_answer')).extensions;
    await desk.ok(
      desk.head.post(`/api/v1/cases/${filed.number}/extensions/${extension?.id}/approval`, { decision: 'grant' }),
    );
    const { details } = await page(filed, 'th');
    expect(details).toMatch(/หยุดนับตั้งแต่วันที่ ๒๖ พฤศจิกายน ๒๕๖๙ ถึงวันที่ ๓๐ พฤศจิกายน ๒๕๖๙ เพราะรอคำตอบจากท่าน/);
    expect(details).toMatch(/ได้รับอนุมัติให้ใช้เวลาเพิ่ม ถึงวันที่ ๒๓ ธันวาคม ๒๕๖๙/);
    expect(details).not.toMatch(/เหตุผลภายใน|ความในใจ|officer|head|NWT|ที่ดิน|เจ้าหน้าที่ของรัฐ|ผู้ถูกร้อง|ฉบับ|0017/);
    expect(JSON.stringify((await status(filed)).dates)).not.toMatch(/เหตุผลภายใน|NWT|official|accused|version/);
  });

  it('late is an apology with a new date: nowhere the one that has passed, and never in red', async () => {
    const filed = await desk.file();
    desk.goTo('2026-12-01 10:00');
    const late = await status(filed);
    // The next word is due on a holiday, and so on the day after.
    const newDay = '2026-12-11T09:30:00.000Z';
    expect([late.next?.by, late.steps[1]?.dueAt]).toEqual([newDay, newDay]);
    expect(late.dates[0]).toMatchObject({ name: 'The step you are waiting for', by: newDay });
    expect(late.dates[0]?.why[0]).toMatch(/we are sorry/);
    expect(JSON.stringify(late)).not.toContain('2026-11-26T09:30');
    const { text, details } = await page(filed, 'th');
    expect(details).toMatch(/เราขออภัย[^]*รอบถัดไป[^]*๑๑ ธันวาคม ๒๕๖๙/);
    expect(text).not.toContain('๒๖ พฤศจิกายน');
    expect(text).not.toMatch(/class="[^"]*(late|overdue|danger|error)/);
  });

  it('says nothing when nothing is owed any more', async () => {
    const filed = await desk.file();
    await desk.end(filed);
    expect((await status(filed)).dates).toEqual([]);
    expect((await page(filed, 'th')).text).not.toContain('คิดมาอย่างไร');
  });
});
