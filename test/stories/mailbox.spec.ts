import { photograph } from '../../src/evidence/testing/fixtures';
import { Notices } from '../../src/notices/notices';
import { byFours } from '../../src/platform/crypto/codes';
import { toThai } from '../../src/platform/thai/digits';
import type { Answer, Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { enclose } from '../harness/enclosed';

interface Filed {
  readonly number: string;
  readonly receipt: string;
}
interface Letters {
  readonly messages: readonly { readonly from: string; readonly text: string; readonly readAt: string | null }[];
}

const START = '2026-03-02T03:00:00.000Z';
const PASTED = (receipt: string): readonly string[] => [
  receipt,
  byFours(receipt),
  `รหัสคือ ${toThai(byFours(receipt)).replaceAll(' ', '-')} นะ`,
];

/** A reporter with a receipt in her hand, before the doors that her session opens and those that it must not. */
eachHouse((_home, open) => {
  let house: House;
  let officer: Asker;
  let head: Asker;
  let investigator: Asker;

  beforeAll(async () => {
    house = await open();
    house.clock.set(START);
    officer = await house.officer('officer', ['desk_officer']);
    head = await house.officer('head', ['desk_head']);
    investigator = await house.officer('investigator', ['investigator']);
  });
  afterAll(() => house.close());

  const file = async (more: object = {}): Promise<Filed> =>
    (await house.anyone.post<Filed>('/api/v1/complaints', { allegation: 'ถูกเรียกเงิน', type: 'service', ...more })).body;
  const cookieIn = ({ headers }: Answer<unknown>): string =>
    headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0] ?? '')
      .join('; ');
  const signIn = async (receipt: string): Promise<string> =>
    cookieIn(await house.anyone.post('/api/v1/reporter/sessions', { receipt }));
  const write = (cookie: string, text: string) =>
    house.anyone.post<Letters>('/api/v1/reporter/messages', { text }, { cookie });
  const letters = (cookie: string) => house.anyone.get<Letters>('/api/v1/reporter/messages', { cookie });
  const form = (path: string, fields: Record<string, string>, cookie = '') =>
    house.anyone.raw('POST', path, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      cookie,
    });

  it('opens her page with the receipt, and puts neither receipt nor number into an address', async () => {
    const { number, receipt } = await file();
    const answer = await form('/status', { receipt: toThai(byFours(receipt)) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/my-report']);
    const [set = ''] = answer.headers.getSetCookie();
    expect(set).toMatch(/^report=[\w-]{64}; Path=\/; HttpOnly; SameSite=Strict$/);
    const page = await house.anyone.get('/my-report', { cookie: cookieIn(answer) });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    for (const secret of [receipt, byFours(receipt)]) expect(page.text).not.toContain(secret);
    const addresses = [...page.text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => address.includes(number) || address.includes(receipt))).toEqual([]);
  });

  it('looks at a receipt without a session as before: no cookie, same answer', async () => {
    const { receipt } = await file();
    const answer = await house.anyone.post('/api/v1/status', { receipt });
    expect(Object.keys(answer.body)).toEqual([
      'number',
      'status',
      'message',
      'steps',
      'next',
      'dates',
      'words',
      'identityOpened',
      'disclosures',
    ]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('opens no officer’s door with a reporter’s cookie, and no reporter’s with an officer’s', async () => {
    const { number, receipt } = await file();
    const reporter = (await signIn(receipt)).replace('report=', '');
    const signed = await house.anyone.post('/api/v1/sessions', {
      username: 'officer',
      password: 'officer: a passphrase for the test',
    });
    const office = cookieIn(signed).replace('session=', '');
    const at = async (path: string, cookie: string) => (await house.anyone.get(path, { cookie })).status;
    expect(await at('/api/v1/sessions/current', `session=${office}`)).toBe(200);
    expect(await at('/api/v1/reporter/messages', `report=${reporter}`)).toBe(200);
    for (const cookie of [`session=${reporter}`, `report=${reporter}`, `report=${office}`]) {
      expect(await at('/api/v1/sessions/current', cookie)).toBe(401);
      expect(await at(`/api/v1/cases/${number}`, cookie)).toBe(401);
    }
    for (const cookie of [`report=${office}`, `session=${office}`, `session=${reporter}`]) {
      expect(await at('/api/v1/reporter/messages', cookie)).toBe(401);
      expect(await at('/my-report', cookie)).toBe(303);
    }
  });

  it('shows nothing after sign-out, to the old cookie either', async () => {
    const { receipt } = await file();
    const cookie = await signIn(receipt);
    expect((await form('/my-report/sign-out', {}, cookie)).headers.get('location')).toBe('/status');
    expect((await letters(cookie)).status).toBe(401);
    expect((await house.anyone.get('/my-report', { cookie })).status).toBe(303);
    const again = await signIn(receipt);
    expect((await house.anyone.ask('DELETE', '/api/v1/reporter/sessions', undefined, { cookie: again })).status).toBe(
      204,
    );
    expect((await letters(again)).status).toBe(401);
  });

  it('gives back what was written when the fifteen minutes are over', async () => {
    house.clock.set(START);
    const cookie = await signIn((await file()).receipt);
    house.clock.set('2026-03-02T03:16:00.000Z');
    const answer = await form('/my-report/messages', { message: 'เขียนมานานแล้ว' }, cookie);
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('เขียนมานานแล้ว');
    house.clock.set(START);
  });

  it('carries words both ways, with marks, and tells the desk that she wrote', async () => {
    const { number, receipt } = await file();
    const cookie = await signIn(receipt);
    await head.post(`/api/v1/cases/${number}/assignment`, { username: 'officer' });
    expect((await write(cookie, 'มีใบเสร็จ')).body.messages).toMatchObject([{ from: 'reporter', readAt: null }]);
    await house.server.app.get(Notices).read();
    expect((await officer.get('/notices')).text).toContain('ผู้ร้องเขียนถึงท่าน');
    const page = await officer.get(`/cases/${number}`);
    expect(page.text).toContain('มีใบเสร็จ');
    await officer.post(`/api/v1/cases/${number}/words`, { text: 'โปรดเก็บไว้' });
    expect((await letters(cookie)).body.messages).toMatchObject([
      { from: 'reporter', text: 'มีใบเสร็จ', readAt: START },
      { from: 'desk', text: 'โปรดเก็บไว้', readAt: null },
    ]);
    const sheet = await officer.get<{ letters: unknown }>(`/api/v1/cases/${number}`);
    expect(sheet.body.letters).toMatchObject([{ from: 'reporter' }, { from: 'desk', readAt: START }]);
  });

  it('lets the investigator of a case ask, and nobody who is not', async () => {
    const { number, receipt } = await file();
    const ask = () => investigator.post(`/api/v1/cases/${number}/words`, { text: 'เห็นเองหรือไม่', question: true });
    expect((await ask()).status).toBe(404);
    await head.post(`/api/v1/cases/${number}/assignment`, { username: 'investigator' });
    expect((await ask()).status).toBe(201);
    const { body } = await house.anyone.post<{ message: string }>('/api/v1/status', { receipt });
    expect(body.message).toContain('เรามีคำถามถึงท่าน');
    await write(await signIn(receipt), 'เห็นเอง');
    const after = await house.anyone.post<{ message: string }>('/api/v1/status', { receipt });
    expect(after.body.message).not.toContain('เรามีคำถามถึงท่าน');
  });

  it('takes no receipt and no claim code into a message, on her side and on the desk’s', async () => {
    const { number, receipt } = await file();
    const cookie = await signIn(receipt);
    for (const text of [...PASTED(receipt), ...PASTED('4071925836017745')]) {
      const tried = [
        await write(cookie, text),
        await form('/my-report/messages', { message: text }, cookie),
        await form('/my-report/reprisal', { reprisal: text }, cookie),
        await officer.post(`/api/v1/cases/${number}/words`, { text }),
        await officer.post(`/api/v1/cases/${number}/comments`, { text }),
      ];
      expect(tried.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
      for (const { text: answer } of tried) expect(answer).toContain('ข้อความมีรหัสลับ');
    }
    expect((await letters(cookie)).body.messages).toEqual([]);
  });

  it('answers bodies that are none, or twice, or too large, without failing', async () => {
    const cookie = await signIn((await file()).receipt);
    const forms = ['messages', 'rating', 'review', 'withdrawal', 'reprisal', 'safety'];
    const paths = [...forms.map((name) => `/my-report/${name}`), '/receipts/confirmation', '/receipts/file', '/status'];
    for (const path of [...paths, ...forms.map((name) => `/api/v1/reporter/${name}`)]) {
      const tried = [
        await house.anyone.raw('POST', path, undefined, { cookie }),
        await house.anyone.post(path, [], { cookie }),
        await house.anyone.post(path, { text: { a: 1 }, score: 'x', day: [], safe: 7, by: '2026-W01-1' }, { cookie }),
        await form(path, { message: 'ก'.repeat(20_001), score: '6', day: '-1' }, cookie),
      ];
      expect([path, tried.filter(({ status }) => status < 400 || status >= 500).map(({ status }) => status)]).toEqual([
        path,
        [],
      ]);
    }
    const by = { number: 'NWT-2569-0000000', receipt: '0'.repeat(20), by: '2026-99-99T00:00:00.000Z' };
    expect((await form('/receipts/file', by)).status).toBe(400);
  });

  it('brings review, withdrawal, threat and an unsafe answer to the head, and moves nothing', async () => {
    const { number, receipt } = await file({ reprisalFeared: true });
    const cookie = await signIn(receipt);
    const done = async (path: string, fields: Record<string, string>, with_ = cookie) => {
      const { status, headers } = await form(`/my-report/${path}`, fields, with_);
      expect([path, status, headers.get('location')]).toEqual([path, 303, '/my-report']);
    };
    await done('withdrawal', { withdrawal: 'ตกลงกันได้แล้ว' });
    await done('reprisal', { reprisal: 'มีคนมาถามหา' });
    expect((await form('/my-report/review', { review: 'x' }, cookie)).status).toBe(409);
    expect((await form('/my-report/rating', { score: '5' }, cookie)).status).toBe(409);
    const ending = { outcome: 'end', ground: 'outside_power', wordToReporter: 'ขออภัย', reasons: 'นอกอำนาจ' };
    await officer.post(`/api/v1/cases/${number}/sorting`, { ...ending, type: 'service', corruptionAlleged: 'no' });
    await head.post(`/api/v1/cases/${number}/approval`, { decision: 'grant' });
    await done('review', { review: 'อยู่ในอำนาจ' });
    await done('rating', { score: '2', ratingWords: 'ควรถามก่อน' });
    expect((await form('/my-report/rating', {}, cookie)).status).toBe(400);
    house.clock.set('2026-04-02T03:00:00.000Z');
    const later = await signIn(receipt);
    expect((await house.anyone.get('/my-report', { cookie: later })).text).toContain('ท่านปลอดภัยดีหรือไม่');
    await done('safety', { day: '30', safe: 'no', safetyWords: 'ถูกย้ายงาน' }, later);
    const { body } = await head.get<Record<string, unknown>>(`/api/v1/cases/${number}`);
    expect(body).toMatchObject({ status: 'ended', checkIns: [{ day: 30, state: 'answered', safe: false }, {}, {}] });
    const page = (await head.get(`/cases/${number}`)).text;
    for (const word of ['ตกลงกันได้แล้ว', 'มีคนมาถามหา', 'อยู่ในอำนาจ', 'ควรถามก่อน', 'ถูกย้ายงาน']) {
      expect(page).toContain(word);
    }
    await house.server.app.get(Notices).read();
    const told = (await head.get('/notices')).text;
    for (const word of ['ผู้ร้องขอให้ทบทวนผล', 'ผู้ร้องอยากถอนเรื่อง', 'ผู้ร้องแจ้งว่าถูกข่มขู่หรือไม่ปลอดภัย']) {
      expect(told).toContain(word);
    }
    house.clock.set(START);
  });

  describe('the slip', () => {
    const handed = async () => {
      const { text } = await form('/complaints/new', { allegation: 'ถูกเรียกเงิน' });
      const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
      const carried = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, hidden(name)]));
      const check = carried('number', 'receipt', 'by', 'group', 'nonce', 'until', 'mac');
      const group = Number(check.group);
      return { text, check, group, digits: (check.receipt ?? '').slice((group - 1) * 4, group * 4) };
    };
    const confirm = (fields: Record<string, string>) => form('/receipts/confirmation', fields);

    it('is looked at once more: the right group leads on to what comes next and by when', async () => {
      const { text, check, group, digits } = await handed();
      expect(text).toContain(`พิมพ์รหัสกลุ่มที่ ${toThai(group)}`);
      const right = await confirm({ ...check, digits: toThai(digits) });
      expect([right.status, right.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(right.text).toContain('ภายในวันที่ ๖ มีนาคม ๒๕๖๙');
      expect(right.text).not.toContain(check.receipt);
      expect((await confirm({ ...check, noted: 'yes' })).status).toBe(200);
    });

    it('says which group to look at again, and shows no code that the browser did not send', async () => {
      const { check, group, digits } = await handed();
      const wrong = { ...check, digits: digits === '0000' ? '1111' : '0000' };
      for (const [sent, shown] of [
        [wrong, true],
        [{ ...wrong, receipt: '' }, false],
      ] as const) {
        const { status, text } = await confirm(sent);
        expect([status, text.includes(byFours(check.receipt ?? '').replaceAll(' ', ' </span><span>'))]).toEqual([
          400,
          shown,
        ]);
        expect(text).toContain(`ไม่ตรงกับกลุ่มที่ ${toThai(group)}`);
      }
      const nothing = await confirm({ ...check, digits: '' });
      expect([nothing.status, nothing.text.includes('หรือทำเครื่องหมายว่าจดรหัสไว้แล้ว')]).toEqual([400, true]);
    });

    it('loses nothing when the hour is over or the page was not ours', async () => {
      const { check, digits } = await handed();
      for (const sent of [{ ...check, digits, until: '2026-03-02T02:00:00.000Z' }, { ...check, mac: 'x' }, {}]) {
        const { status, text } = await confirm(sent);
        expect([status >= 400 && status < 500, text.includes('เรื่องของท่านยังอยู่')]).toEqual([true, true]);
      }
      const { receipt = '' } = check;
      expect((await house.anyone.post('/api/v1/status', { receipt })).status).toBe(200);
    });

    it('is a file for who wants one, made of what her page sent', async () => {
      const { check } = await handed();
      const { number = '', receipt = '', by = '' } = check;
      const answer = await form('/receipts/file', { number, receipt, by });
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="receipt.txt"');
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.text).toContain(byFours(receipt));
      expect((await form('/receipts/file', { number, receipt: '<script>' })).status).toBe(400);
    });

    it('is handed out for a claim code as well', async () => {
      const desk = { allegation: 'ก', channel: 'telephone', receivedAt: '2026-03-02' };
      const { body } = await officer.post<{ claimCode: string }>('/api/v1/desk/complaints', desk);
      const { status, text } = await form('/claims', { claimCode: body.claimCode });
      expect([status, text.includes('พิมพ์รหัสกลุ่มที่')]).toEqual([201, true]);
    });
  });

  it('takes files with a message, hands her the cleaned copies back, and nobody else', async () => {
    const { number, receipt } = await file();
    const cookie = await signIn(receipt);
    const sent = { message: 'ส่งรูปเพิ่ม' };
    const photo = { name: 'หลักฐาน.jpg', bytes: await photograph() };
    expect((await enclose(house.anyone, '/my-report/messages', sent, [photo], { cookie })).status).toBe(303);
    const page = await house.anyone.get('/my-report', { cookie });
    expect([page.text.includes('หลักฐาน.jpg'), page.text.includes('/my-report/files/1')]).toEqual([true, true]);
    expect((await letters(cookie)).body.messages.map(({ text }) => text)).toContain('ส่งรูปเพิ่ม');
    const copy = await house.anyone.get('/my-report/files/1', { cookie });
    expect([copy.status, copy.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="${number}-1.jpg"`,
    ]);
    expect(copy.text).not.toContain('GPS');
    const listed = await officer.get<{ exhibits: { source: string }[] }>(`/api/v1/cases/${number}/evidence`);
    expect([listed.status, listed.body.exhibits.length]).toEqual([200, 1]);
    const stranger = await signIn((await file()).receipt);
    expect((await house.anyone.get('/my-report/files/1', { cookie: stranger })).status).toBe(404);
    expect((await house.anyone.get('/my-report/files/1')).status).toBe(303);
    const refused = await enclose(
      house.anyone,
      '/my-report/messages',
      sent,
      [{ name: 'หน้าเว็บ.jpg', bytes: Buffer.from('<html><script>1</script></html>') }],
      { cookie },
    );
    expect([refused.status, refused.text.includes('ส่งรูปเพิ่ม')]).toEqual([400, true]);
    expect((await letters(cookie)).body.messages).toHaveLength(1);
  });
});
