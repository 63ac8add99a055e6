import { OfficersService } from '../../src/access/officers.service';
import { at } from '../../src/deadlines/testing/calendars';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { Asker } from '../harness/app';
import { eachHouse } from '../harness/app';
import type { Filed } from '../harness/clockwork';
import { ClockworkHouse } from '../harness/clockwork';
import { PostOffice, allPosted } from '../harness/post-office';

const START = '2026-10-27 10:00';
const COMMAND = { kind: 'command', id: null } as const;
const SECRET_WORDS = 'ฟ้าใส สมมติ เรียกเงินค่ารังวัด';

/** Who climbs the ladder, and who never hears of it (issue 4, item 5). */
eachHouse((_home, open) => {
  const office = new PostOffice();
  let desk: ClockworkHouse;
  let auditor: Asker;
  beforeAll(async () => {
    const mail = { SMTP_URL: await office.open(), MAIL_FROM: 'สำนักงาน <notice@office.example.org>' };
    desk = await ClockworkHouse.open(await open({ RATE_LIMITS: 'off', ...mail }), START);
    await desk.house.officer('land', ['agency_contact'], 'NWT-LAND');
    auditor = await desk.house.officer('auditor', ['auditor']);
    await desk.ok(desk.head.ask('PUT', '/api/v1/account/email', { email: 'head@example.org' }));
  });
  beforeEach(() => desk.goTo(START));
  afterEach(async () => {
    for (const username of gone.splice(0)) await officers().change(username, { active: true }, COMMAND);
  });
  afterAll(async () => {
    await desk?.house.close();
    await office.close();
  });

  const officers = () => desk.get(OfficersService);
  const gone: string[] = [];
  /** Until the end of the test. */
  const leaves = async (username: string) => {
    gone.push(username);
    await officers().change(username, { active: false }, COMMAND);
  };
  const assign = async ({ number }: Filed, username = 'officer') => {
    await desk.ok(desk.head.post(`/api/v1/cases/${number}/assignment`, { username }));
  };
  const wallOff = async ({ number }: Filed, username: string) => {
    await desk.ok(desk.officer.post(`/api/v1/cases/${number}/wall`, { username, reason: 'ญาติ' }));
  };
  const alarms = async () =>
    (
      await sql<{ act: string; subject_id: string | null; data: string }>(
        desk.get(Database).reader,
        `SELECT act, subject_id, data FROM audit_row WHERE act = 'notice.toNobody'`,
      )
    ).map(({ subject_id: about, data }) => [
      about,
      Object.keys((typeof data === 'string' ? JSON.parse(data) : data) as object),
    ]);
  /** A round at 08:30 of every day from one to the other, both included; what each day told of a clock. */
  const walk = async (filed: Filed, clock: 'agency_answer', days: readonly string[]) => {
    const told: string[] = [];
    for (const day of days) {
      const before = (await desk.told(filed, clock)).length;
      await desk.round(`${day} 08:30`);
      const since = (await desk.told(filed, clock)).slice(before);
      for (const one of since.filter((one) => !one.endsWith('extension_waits'))) told.push(`${day} ${one}`);
    }
    return told;
  };
  const november = (from: number, until: number): readonly string[] =>
    Array.from({ length: until - from + 1 }, (_, n) => `2026-11-${String(from + n).padStart(2, '0')}`);

  it('agency reminder 1, 2, 3: on the due date, +7, +5 more; then the governor’s list', async () => {
    const filed = await desk.file();
    await desk.refer(filed);
    expect((await desk.clock(filed, 'agency_answer')).dueAt).toBe(at('2026-11-11 16:30'));
    expect(await walk(filed, 'agency_answer', november(9, 30))).toEqual([
      '2026-11-11 land agency_reminder_1',
      '2026-11-18 land agency_reminder_2',
      '2026-11-23 land agency_reminder_3',
      // Five days later is a Saturday.
      '2026-11-30 executive agency_governor_list',
    ]);
  });

  it('an agency without an active contact: the assignee is asked to send each letter by hand, without her the desk head', async () => {
    const filed = await desk.file();
    await desk.refer(filed);
    await assign(filed);
    await leaves('land');
    expect(await walk(filed, 'agency_answer', november(11, 18))).toEqual([
      '2026-11-11 officer letter_by_hand_1',
      '2026-11-18 officer letter_by_hand_2',
    ]);
    expect(await desk.page(desk.officer, '/notices?lang=th')).toContain('ส่งหนังสือติดตาม ครั้งที่ ๒');
    await leaves('officer');
    expect(await walk(filed, 'agency_answer', ['2026-11-23'])).toEqual(['2026-11-23 head letter_by_hand_3']);
  });

  it('the desk’s own steps 1 and 2 climb too', async () => {
    desk.goTo('2026-11-05 10:00');
    const filed = await desk.enter({ receivedAt: '2026-11-05' });
    for (const day of ['06', '09', '10']) await desk.round(`2026-11-${day} 10:30`);
    expect((await desk.told(filed)).filter((one) => /auto_ack|sort/.test(one)).toSorted()).toEqual([
      'executive sort_overdue_long',
      'head auto_ack_overdue',
      'head sort_overdue',
    ]);
  });

  it('no assignee or no superior: the desk head, never skipped', async () => {
    await leaves('executive');
    const filed = await desk.file();
    await desk.round('2026-11-30 09:00');
    await desk.round('2026-12-14 09:00');
    const told = await desk.told(filed);
    expect(told).toEqual(expect.arrayContaining(['head sort_overdue_long', 'head no_news_officer']));
    expect(told.filter((one) => !one.startsWith('head '))).toEqual([]);
  });

  it('after an outage the highest rung alone speaks', async () => {
    const filed = await desk.file();
    await desk.refer(filed);
    await desk.round('2027-01-11 09:00');
    await desk.round('2027-01-12 09:00');
    expect(await desk.told(filed, 'agency_answer')).toEqual(['executive agency_governor_list']);
    expect(await desk.told(filed, 'no_news')).toEqual(['executive no_news_head_of_office']);
  });

  it('no step reaches whom the wall hides the case from: the desk head is walled off, the executive is told', async () => {
    const filed = await desk.file({ allegation: SECRET_WORDS });
    await desk.round();
    const seen = await desk.page(desk.head, '/notices');
    expect(seen).toContain(filed.number.slice(-7));
    await wallOff(filed, 'head');
    const before = (await desk.told(filed)).length;
    for (const day of ['2026-10-28', '2026-10-29', '2026-11-30', '2026-12-15']) await desk.round(`${day} 09:00`);
    const since = (await desk.told(filed)).slice(before);
    expect(since).toEqual(expect.arrayContaining(['executive sort_overdue', 'executive no_news_officer']));
    expect(since.filter((one) => !one.startsWith('executive '))).toEqual([]);
    expect(await desk.page(desk.head, '/notices')).not.toContain(filed.number.slice(-7));
    expect(await alarms()).toEqual([]);
  });

  it('the executive is named: the desk head climbs alone, and the executive learns nothing', async () => {
    const filed = await desk.file({ allegation: SECRET_WORDS });
    await wallOff(filed, 'executive');
    for (const day of ['2026-10-28', '2026-10-29', '2027-01-05']) await desk.round(`${day} 09:00`);
    const told = await desk.told(filed);
    expect(told).toContain('head sort_overdue_long');
    expect(told.filter((one) => one.startsWith('executive') || one.startsWith('-'))).toEqual([]);
  });

  it('nobody who may know is left: one alarm a day in the trail, of no case, and the page names the empty office', async () => {
    const filed = await desk.file({ allegation: SECRET_WORDS });
    await desk.round();
    await wallOff(filed, 'head');
    await leaves('executive');
    await desk.round('2026-10-28 09:00');
    await desk.round('2026-10-29 09:00');
    await desk.round('2026-11-12 09:00');
    expect((await desk.told(filed)).slice(1).toSorted()).toEqual([
      '- personal_ack_overdue',
      '- progress_overdue',
      '- sort_overdue',
      '- sort_overdue_long',
    ]);
    // Two of them fell on one day.
    expect(await alarms()).toEqual([
      [null, []],
      [null, []],
      [null, []],
    ]);
    expect(await desk.page(auditor, '/audit?lang=en')).toContain('notice.toNobody');
    const { vacant } = (await auditor.get<{ vacant: string[] }>('/api/v1/clockwork')).body;
    expect(vacant).toEqual(['executive']);
    expect(await desk.page(auditor, '/clockwork?lang=en')).toContain('Nobody holds the office of Executive');
    expect(await desk.page(desk.head, '/notices')).not.toContain(filed.number.slice(-7));
  });

  it('nothing is sent outside office hours, and no letter carries content', async () => {
    const filed = await desk.file({ allegation: SECRET_WORDS, type: 'corruption' });
    await allPosted(desk.house);
    office.mails.length = 0;
    // Whoever makes up at night for what stood still by day lets people sleep.
    await desk.round('2026-10-28 23:00');
    await allPosted(desk.house);
    expect(await desk.told(filed)).toContain('head sort_overdue');
    expect(office.mails).toEqual([]);
    desk.goTo('2026-10-29 08:30');
    await allPosted(desk.house);
    const letters = office.to('head@example.org').filter(({ text }) => text.includes(filed.number));
    expect(letters).toHaveLength(1);
    for (const word of SECRET_WORDS.split(' ')) expect(`${letters[0]?.raw}${letters[0]?.text}`).not.toContain(word);
    expect(letters[0]?.text).not.toMatch(/ทุจริต|corruption/i);
  });

  it('a due date that was moved later after its rung fired: the same rung stays silent, a higher one still comes', async () => {
    const filed = await desk.file();
    await desk.refer(filed);
    await desk.round('2026-11-11 08:30');
    await desk.ok(
      desk.officer.post(`/api/v1/cases/${filed.number}/extensions`, {
        clock: 'agency_answer',
        amount: 9,
        reason: 'รอผลตรวจ',
      }),
    );
    const [extension] = (await desk.clock(filed, 'agency_answer')).extensions;
    const granted = `/api/v1/cases/${filed.number}/extensions/${extension?.id}/approval`;
    await desk.ok(desk.head.post(granted, { decision: 'grant' }));
    expect((await desk.clock(filed, 'agency_answer')).dueAt).toBe(at('2026-11-20 16:30'));
    expect(await walk(filed, 'agency_answer', november(12, 30))).toEqual(['2026-11-27 land agency_reminder_2']);
    expect((await desk.told(filed, 'agency_answer')).filter((one) => one.startsWith('land'))).toEqual([
      'land agency_reminder_1',
      'land agency_reminder_2',
    ]);
  });
});
