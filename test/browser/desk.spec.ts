import { words } from '../../src/layout/words/words';
import type { Status } from '../../src/cases/moves.rules';
import { SCREEN, Street, inChromium } from './chromium';
import { Person, hire, turn } from './person';

const STAFF = [
  { username: 'officer', role: 'desk_officer', name: 'เจ้าหน้าที่รับเรื่อง' },
  { username: 'head', role: 'desk_head', name: 'หัวหน้าศูนย์' },
  { username: 'investigator', role: 'investigator', name: 'ผู้ตรวจสอบ' },
  { username: 'executive', role: 'executive', name: 'ผู้บริหาร' },
  { username: 'land', role: 'agency_contact', name: 'ผู้ประสานงานที่ดิน', agencyCode: 'NWT-LAND' },
] as const;

/** The desk's main path, by nothing but what its pages show, with scripts switched off. */
inChromium(() => {
  let street: Street;
  let number = '';
  const at = {} as Record<(typeof STAFF)[number]['username'], Person>;
  const th = words('th');

  const path = (page: string): string => `/cases/${number}/${page}`;
  const stands = async (person: Person, status: Status): Promise<void> => {
    expect(new URL(person.page.url()).pathname).toBe(`/cases/${number}`);
    expect(await person.says()).toContain(th.staff.statuses[status]);
  };

  beforeAll(async () => {
    street = await Street.open();
    street.house.clock.set('2026-03-02T03:00:00.000Z');
    for (const one of STAFF) await hire(street.house, one);
  }, 160_000);
  afterAll(() => street?.close());

  it.each(STAFF.map(({ username }) => username))('lets the %s in by the page', async (username) => {
    at[username] = await Person.at(street, username, { javaScriptEnabled: false, viewport: SCREEN });
    expect(await at[username].page.locator('h1').innerText()).toBe(th.staff.menu.mine);
  });

  it('takes a telephone call, reads the code aloud and opens the case', async () => {
    const { officer } = at;
    await officer.follow(th.staff.menu.newCase);
    await officer.fillAndSubmit('/desk/complaints/new', {
      channel: 'telephone',
      allegation: 'ผู้ร้องเล่าว่ามีการเรียกเงินค่ารังวัดเกินอัตราที่ประกาศไว้ และไม่ออกใบเสร็จ',
      where: 'เคาน์เตอร์รับคำขอ',
      type: 'corruption',
      district: '9601',
    });
    const code = (await officer.page.locator('.slip-digits').innerText()).replace(/\s/g, '');
    expect(code).toMatch(/^\d{16}$/);
    const open = officer.page.locator('main a[href^="/cases/"]').first();
    number = (await open.getAttribute('href'))?.split('/').at(-1) ?? '';
    await turn(officer.page, open);
    await stands(officer, 'received');
  });

  it('is told what is missing in an empty sorting sheet', async () => {
    const { officer } = at;
    await officer.takeUp(number);
    await officer.through('sorting');
    expect(await officer.says()).toContain('เรียกเงินค่ารังวัดเกินอัตรา');
    await officer.fillAndSubmit(path('sorting'), { severity: '3' });
    expect(await officer.page.getByRole('alert').locator('li').count()).toBeGreaterThanOrEqual(2);
    expect(await officer.page.locator('[name="severity"][value="3"]').isChecked()).toBe(true);
  });

  it('sorts: takes it up as corruption', async () => {
    const { officer } = at;
    await officer.fillAndSubmit(path('sorting'), {
      type: 'corruption',
      corruptionAlleged: 'yes',
      accusedKind: 'state_official',
      agencyCode: 'NWT-TREAS',
      riskArea: 'permits',
      outcome: 'accept',
      reasons: 'ระบุวัน สถานที่ และจำนวนเงินชัดเจน',
    });
    await stands(officer, 'sorted');
  });

  it('refers it to an agency that is not the accused one', async () => {
    const { officer } = at;
    await officer.through('referrals');
    await officer.fillAndSubmit(path('referrals'), {
      agencyCode: 'NWT-LAND',
      purpose: 'act',
      lead: true,
      message: 'ขอให้ตรวจสอบอัตราค่ารังวัดและรายงานผล',
      letterNo: 'นธ 0017.1/123',
      letterDate: '๒ มี.ค. ๒๕๖๙',
    });
    await officer.takeUp(number);
    await stands(officer, 'referred');
  });

  it('is answered by the agency, which reads its own letter', async () => {
    const { land } = at;
    for (const [kind, text] of [
      ['accepted', ''],
      ['final', 'ตรวจแล้วพบการเก็บเกินอัตราสามรายการ'],
    ] as const) {
      await land.takeUp(number);
      await land.through('referrals');
      expect(await land.says()).toContain('ขอให้ตรวจสอบอัตราค่ารังวัด');
      const form = land.page.locator('main form[action$="/answers"]');
      await land.fillAndSubmit((await form.getAttribute('action')) ?? '', { kind, text });
    }
    expect(await land.says()).toContain(th.staff.referrals.final);
  });

  it('orders the verification', async () => {
    const { head } = at;
    await head.takeUp(number);
    await head.through('verification');
    await head.fillAndSubmit(path('verification'), {
      mode: 'documents',
      reason: 'ดูจากใบเสร็จก่อน ไม่ต้องลงพื้นที่',
      investigator: 'investigator',
    });
    await head.takeUp(number);
    await stands(head, 'verifying');
  });

  it('writes down what was seen, and finds', async () => {
    const { investigator } = at;
    await investigator.takeUp(number);
    await investigator.through('verification');
    await turn(investigator.page, investigator.page.locator(`a[href="${path('verification/records')}"]`));
    await investigator.fillAndSubmit(path('verification/records'), {
      mode: 'documents',
      date: '๒ มี.ค. ๒๕๖๙',
      text: 'ตรวจใบเสร็จยี่สิบฉบับ พบเกินอัตราสามฉบับ',
    });
    expect(await investigator.says()).toContain('ตรวจใบเสร็จยี่สิบฉบับ');
    await investigator.fillAndSubmit(path('verification/finding'), {
      finding: 'founded',
      text: 'ใบเสร็จเกินอัตราสามรายการ',
    });
    await stands(investigator, 'verified');
  });

  it('reports, and the executive orders', async () => {
    const { officer, executive } = at;
    await officer.takeUp(number);
    await officer.through('report');
    await officer.fillAndSubmit(path('report'), { summary: 'พบการเก็บเงินเกินอัตรา', proposal: 'เสนอให้ดำเนินการทางวินัย' });
    await stands(officer, 'reported');
    await executive.takeUp(number);
    await executive.through('report');
    expect(await executive.says()).toContain('พบการเก็บเงินเกินอัตรา');
    await executive.fillAndSubmit(path('report/order'), { order: 'ordered', text: 'ให้ดำเนินการทางวินัย' });
    await stands(executive, 'ordered');
  });

  it('proposes the closing record, which a second person grants', async () => {
    const { officer, head } = at;
    await officer.takeUp(number);
    await officer.through('record');
    await officer.fillAndSubmit(path('record'), {
      outcome: 'founded_discipline',
      improvement: true,
      improvementText: 'ติดประกาศอัตราไว้หน้าเคาน์เตอร์',
      answer: 'ตรวจสอบแล้วพบว่ามีมูล และได้ดำเนินการทางวินัยแล้ว',
    });
    await stands(officer, 'ordered');
    expect(await officer.page.locator(`form[action="${path('approval')}"]`).count()).toBe(0);
    await head.follow(th.staff.menu.mine);
    await turn(head.page, head.page.locator(`main a[href^="/cases/${number}"]`).first());
    await turn(head.page, head.page.getByRole('button', { name: th.staff.buttons.approve, exact: true }));
    await stands(head, 'recorded');
  });

  it('signs out, and the way back leads to the door', async () => {
    const { officer } = at;
    await turn(officer.page, officer.page.getByRole('button', { name: th.staff.menu.signOut }));
    await officer.page.goto(`/cases/${number}`);
    expect(new URL(officer.page.url()).pathname).toBe('/sign-in');
  });

  it('asked nobody outside and complained of nothing, at no screen', () => {
    const watches = Object.values(at).map(({ tab }) => tab.watch);
    expect(watches.flatMap(({ strangers, complaints }) => [...strangers, ...complaints])).toEqual([]);
  });
});
