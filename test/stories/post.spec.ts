import { OfficersService } from '../../src/access/officers.service';
import { Notice } from '../../src/notices/notice.entity';
import { Notices } from '../../src/notices/notices';
import { Outbox } from '../../src/notices/outbox';
import { ReporterNotices } from '../../src/notices/reporter-notices';
import { Sending } from '../../src/notices/sending';
import { LimitWatch } from '../../src/proceedings/limit-watch';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { Addresses } from '../../src/reporters/addresses';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { PostOffice, allPosted } from '../harness/post-office';
import { bytesBelow, foundIn } from '../attacks/shapes';

interface Filed {
  readonly number: string;
  readonly receipt: string;
}

/** Monday 10:00 in Bangkok. */
const START = '2026-03-09T03:00:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const HER = 'reporter.kanari@example.net';

/** Notices by post, from the line of the story to a mail server that is slow, closed, rude and open again. */
eachHouse((home, open) => {
  const office = new PostOffice();
  let house: House;
  let head: Asker;
  let officer: Asker;

  beforeAll(async () => {
    const SMTP_URL = await office.open();
    house = await open({ SMTP_URL, MAIL_FROM: 'สำนักงาน <notice@office.example.org>', RATE_LIMITS: 'off' });
    house.clock.set(START);
    head = await house.officer('head', ['desk_head']);
    officer = await house.officer('officer', ['desk_officer']);
    expect((await head.put('/api/v1/account/email', { email: 'head@example.org' })).status).toBe(204);
  });
  beforeEach(() => house.clock.set(START));
  afterEach(async () => {
    if (!office.isOpen) await office.open();
    office.refuses = () => null;
    office.beforeTaking = () => Promise.resolve();
    await finished();
    office.mails.length = 0;
  });
  afterAll(async () => {
    await house?.close();
    await office.close();
  });

  const get = <T>(type: abstract new (...args: never[]) => T): T => house.server.app.get<T>(type);
  const database = () => get(Database);
  const later = (ms: number) => house.clock.set(new Date(house.clock.date().getTime() + ms).toISOString());
  const rowsOf = (number: string): Promise<Notice[]> =>
    database()
      .reader.createQueryBuilder(Notice, 'n')
      .where('n.case_id IN (SELECT id FROM case_file WHERE number = :number)', { number })
      .orderBy('n.id')
      .getMany();
  const statesOf = async (number: string) => (await rowsOf(number)).map(({ kind, state }) => `${kind} ${state}`).sort();
  const file = async (more: object = {}): Promise<Filed> => {
    const answer = await house.anyone.post<Filed>('/api/v1/complaints', { allegation: 'ถูกเรียกเงิน', ...more });
    expect(answer.text).toContain('receipt');
    return answer.body;
  };
  const word = (number: string) => officer.post(`/api/v1/cases/${number}/words`, { text: 'คำจากศูนย์' });

  const posted = () => allPosted(house);

  /** Every test leaves an empty outbox. */
  async function finished(): Promise<void> {
    await posted();
    await database().write((em) => sql(em, 'UPDATE notice SET next_at = NULL'));
  }

  const within = async ({ receipt }: Filed): Promise<string> => {
    const { headers } = await house.anyone.post('/api/v1/reporter/sessions', { receipt });
    return headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const leave = (email: string, cookie: string) =>
    house.anyone.ask('PUT', '/api/v1/reporter/address', { email }, { cookie });
  const takeBack = (cookie: string) => house.anyone.ask('DELETE', '/api/v1/reporter/address', undefined, { cookie });
  const caseId = async (number: string): Promise<string> =>
    (await sql<{ id: string }>(database().reader, 'SELECT id FROM case_file WHERE number = $1', [number]))[0]?.id ?? '';
  const ended = async (number: string): Promise<void> => {
    const sheet = { outcome: 'end', type: 'service', corruptionAlleged: 'no', ground: 'outside_power', reasons: 'ก' };
    await officer.post(`/api/v1/cases/${number}/sorting`, { ...sheet, wordToReporter: 'ไม่รับ' });
    const granted = await head.post(`/api/v1/cases/${number}/approval`, { decision: 'grant', reason: 'ข' });
    expect(granted.status).toBeLessThan(300);
  };

  describe('to officers', () => {
    it('posts number and kind to whoever saved an address, in both languages, and nothing of the content', async () => {
      const { number } = await file();
      await posted();
      expect(office.to('head@example.org').map(({ subject }) => subject)).toEqual(['มีการแจ้งเตือนใหม่ / A new notice']);
      const [mail] = office.mails;
      expect(mail?.text).toContain(`${number} · New case`);
      expect(mail?.text).toContain('มีเรื่องใหม่');
      expect(mail?.text).not.toContain('เรียกเงิน');
      expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
      expect(mail?.raw).not.toMatch(/^X-Mailer|nodemailer/im);
      expect(await statesOf(number)).toEqual(['new_case sent']);
      await posted();
      expect(office.mails).toHaveLength(1);
    });

    it('keeps it on screen for whoever has no address, or one that only the administrator wrote', async () => {
      const by = { kind: 'officer', id: 'somebody' } as const;
      await get(OfficersService).change('head', { email: 'elsewhere@example.org' }, by);
      const { number } = await file();
      await posted();
      expect(office.mails).toEqual([]);
      expect(await statesOf(number)).toEqual(['new_case queued']);
      expect((await rowsOf(number))[0]?.nextAt).toBeNull();
      expect((await head.get('/notices')).text).toContain(number.slice(-7, -4));
      await head.put('/api/v1/account/email', { email: 'head@example.org' });
    });

    it('waits for office hours, but not with what the profile marks urgent', async () => {
      house.clock.set('2026-03-07T16:00:00.000Z');
      const filed = await file();
      const told = { text: 'ถูกขู่' };
      await house.anyone.post('/api/v1/reporter/reprisal', told, { cookie: await within(filed) });
      await posted();
      expect(office.mails.map(({ text }) => /New case|threatened/.exec(text)?.[0])).toEqual(['threatened']);
      house.clock.set('2026-03-09T01:29:00.000Z');
      await posted();
      expect(office.mails).toHaveLength(1);
      house.clock.set('2026-03-09T01:30:00.000Z');
      await posted();
      expect(office.mails.map(({ text }) => /New case|threatened/.exec(text)?.[0])).toEqual(['threatened', 'New case']);
    });

    it('tells the heads of the desk, in office hours, of a legal limit whose proceeding has no case', async () => {
      const opening = { body: 'NACC', reference: 'ปช 0021/1', openedOn: '2025-08-01', dueOn: '2026-02-27' };
      const { id } = (await officer.post<{ id: string }>('/api/v1/proceedings', opening)).body;
      // Sunday.
      house.clock.set('2026-03-08T03:00:00.000Z');
      await get(LimitWatch).run();
      await get(LimitWatch).run();
      await posted();
      expect(office.mails).toEqual([]);
      house.clock.set(START);
      await posted();
      expect(office.mails.map(({ text }) => text)).toEqual([expect.stringMatching(/^The legal limit .* has passed$/m)]);
      expect(office.mails[0]?.text).not.toContain('0021');
      const own = async () => (await head.get('/notices')).text.split(`/proceedings/${id}`).length - 1;
      expect(await own()).toBe(1);
      const text = `UPDATE notice SET state = 'given_up', error = '550' WHERE proceeding_id = $1`;
      await database().write((em) => sql(em, text, [id]));
      expect(await own()).toBe(2);
      expect((await head.form('/notices/attempts', { id: '' })).headers.get('location')).toBe('/notices?again=1');
      await posted();
      expect(office.mails).toHaveLength(2);
    });

    it('does not make up at night for what stood still by day', async () => {
      house.clock.set('2026-03-09T16:00:00.000Z');
      const { number } = await file();
      await get(Notices).read();
      await database().write((em) => sql(em, 'UPDATE notice SET next_at = $1 WHERE next_at IS NOT NULL', [START]));
      await posted();
      expect([office.mails, await statesOf(number)]).toEqual([[], ['new_case queued']]);
      house.clock.set('2026-03-10T03:00:00.000Z');
      await posted();
      expect(await statesOf(number)).toEqual(['new_case sent']);
    });

    it('asks the wall again at the hour of posting', async () => {
      house.clock.set('2026-03-07T16:00:00.000Z');
      const { number } = await file();
      await get(Notices).read();
      expect(await statesOf(number)).toEqual(['new_case queued']);
      const recused = await head.post(`/api/v1/cases/${number}/recusal`, { reason: 'ญาติ' });
      expect([recused.status, (await head.get(`/cases/${number}`)).status]).toEqual([expect.any(Number), 404]);
      house.clock.set('2026-03-09T03:00:00.000Z');
      await posted();
      expect(office.to('head@example.org').filter(({ text }) => text.includes(number))).toEqual([]);
      expect(await statesOf(number)).toContain('new_case withheld');
    });

    it('posts nothing about a case that names her from the beginning', async () => {
      const { number } = await file({ concernsDesk: true });
      await posted();
      expect(office.mails).toEqual([]);
      expect(await statesOf(number)).toEqual(['new_case nobody']);
    });

    it('posts nothing to who has left', async () => {
      house.clock.set('2026-03-07T16:00:00.000Z');
      await house.officer('leaver', ['desk_head']);
      const leaver = await house.signIn('leaver', 'leaver: a passphrase for the test');
      await leaver.put('/api/v1/account/email', { email: 'leaver@example.org' });
      const { number } = await file();
      await get(Notices).read();
      await get(OfficersService).change('leaver', { active: false }, { kind: 'command', id: null });
      house.clock.set('2026-03-09T03:00:00.000Z');
      await posted();
      expect(office.mails.map(({ to }) => to)).toEqual(['head@example.org']);
      expect(await statesOf(number)).toEqual(['new_case sent', 'new_case withheld']);
    });
  });

  describe('a mail server that is away', () => {
    it('costs nothing but time: after most of a day of it every notice is delivered once', async () => {
      await office.close();
      const numbers: string[] = [];
      for (let n = 0; n < 5; n++) numbers.push((await file()).number);
      await posted();
      for (let n = 0; n < 8; n++) {
        later(HOUR);
        await posted();
      }
      const states = (await Promise.all(numbers.map(statesOf))).flat();
      expect(states.filter((state) => !/failed|queued/.test(state))).toEqual([]);
      expect(states).toContain('new_case failed');
      await office.open();
      later(16 * HOUR);
      await posted();
      later(HOUR);
      await posted();
      const told = office.mails.map(({ text }) => numbers.find((number) => text.includes(number)));
      expect(told.toSorted()).toEqual(numbers.toSorted());
      expect((await Promise.all(numbers.map(statesOf))).flat()).toEqual(numbers.map(() => 'new_case sent'));
    });

    it('is given up after a day, listed for the desk head with a code, and tried again when she says so', async () => {
      office.refuses = (to) => ({ code: 550, says: `<${to}> KANARI-SENTENCE` });
      const { number } = await file();
      for (let n = 0; n < 12; n++) {
        await posted();
        later(3 * HOUR);
      }
      later(DAY);
      await posted();
      const [row] = await rowsOf(number);
      expect(row).toMatchObject({ state: 'given_up', error: '550', nextAt: null, leasedUntil: null });
      expect(JSON.stringify(row)).not.toMatch(/KANARI|example/);
      expect(office.mails).toEqual([]);
      await Promise.all([head.signIn(), officer.signIn()]);
      const page = (await head.get('/notices?lang=en')).text;
      expect(page).toMatch(/Not delivered by e-mail[^]*550[^]*Try again/);
      const plain = (await officer.get('/notices?lang=en')).text;
      expect(plain).not.toContain('Not delivered');
      expect((await officer.post('/notices/attempts', {})).status).toBe(403);
      office.refuses = () => null;
      house.clock.set('2026-03-16T03:00:00.000Z');
      await head.signIn();
      const again = await head.post('/notices/attempts', { id: row?.id });
      expect([again.status, again.headers.get('location')]).toEqual([303, '/notices?again=1']);
      expect((await head.post('/notices/attempts', { id: row?.id })).headers.get('location')).toBe('/notices?again=0');
      await posted();
      expect(office.mails.map(({ to }) => to)).toEqual(['head@example.org']);
      expect((await head.get('/notices?lang=en')).text).not.toContain('Not delivered');
    });

    it('lists no case that is walled from the desk head, and tries none of them again for her', async () => {
      office.refuses = () => ({ code: 550, says: 'no' });
      const { number } = await file();
      await posted();
      const id = await caseId(number);
      await database().write((em) =>
        sql(em, `UPDATE notice SET state = 'given_up', next_at = NULL WHERE case_id = $1`, [id]),
      );
      expect((await head.get('/notices?lang=en')).text).toContain('Not delivered');
      await head.post(`/api/v1/cases/${number}/recusal`, { reason: 'ญาติ' });
      expect((await head.get('/notices?lang=en')).text).not.toContain('Not delivered');
      expect((await head.post('/notices/attempts', {})).headers.get('location')).toBe('/notices?again=0');
    });

    it('refuses one recipient and the next is still served', async () => {
      const second = await house.officer('second', ['desk_head']);
      await second.put('/api/v1/account/email', { email: 'second@example.org' });
      office.refuses = (to) => (to === 'head@example.org' ? { code: 450, says: 'later' } : null);
      const { number } = await file();
      await posted();
      expect(office.mails.map(({ to }) => to)).toEqual(['second@example.org']);
      expect(await statesOf(number)).toEqual(['new_case failed', 'new_case sent']);
      office.refuses = () => null;
      later(MINUTE);
      await posted();
      expect(await statesOf(number)).toEqual(['new_case sent', 'new_case sent']);
      expect(office.mails).toHaveLength(2);
      await get(OfficersService).change('second', { active: false }, { kind: 'command', id: null });
    });
  });

  describe('two at once', () => {
    it('send each notice once', async () => {
      let taking = 0;
      // The first mail is in the server's hands until a second one is: whoever took the same row would be caught.
      office.beforeTaking = async () => {
        taking++;
        for (let n = 0; n < 50 && taking < 2; n++) await new Promise((resolve) => setTimeout(resolve, 10));
      };
      const numbers: string[] = [];
      for (let n = 0; n < 6; n++) numbers.push((await file()).number);
      await get(Notices).read();
      const other = Object.assign(Object.create(Sending.prototype) as Sending, get(Sending));
      await Promise.all([get(Sending).run(), other.run(), get(Sending).run(), other.run()]);
      await posted();
      expect(taking).toBe(6);
      const told = office.mails.map(({ text }) => numbers.find((number) => text.includes(number)));
      expect(told.toSorted()).toEqual(numbers.toSorted());
    });

    it('sends once more under the same Message-ID when the program died before it could mark the row', async () => {
      const { number } = await file();
      await posted();
      const [first] = office.mails;
      expect(first?.messageId).toMatch(/^<[0-9a-f]{40}@office\.example\.org>$/);
      const [row] = await rowsOf(number);
      await database().write((em) =>
        sql(em, `UPDATE notice SET state = 'queued', next_at = $1, leased_until = $2 WHERE id = $3`, [
          START,
          new Date(Date.parse(START) + MINUTE).toISOString(),
          row?.id ?? '',
        ]),
      );
      await get(Sending).run();
      expect(office.mails).toHaveLength(1);
      later(2 * MINUTE);
      await posted();
      expect(office.mails.map(({ messageId }) => messageId)).toEqual([first?.messageId, first?.messageId]);
    });

    it('lets nobody mark what another took after the lease', async () => {
      const { number } = await file();
      await posted();
      const [row] = await rowsOf(number);
      const old = { ...row, attempts: 0 } as unknown as Parameters<Outbox['fail']>[0];
      await get(Outbox).fail(old, '550');
      expect(await statesOf(number)).toEqual(['new_case sent']);
    });
  });

  describe('to a reporter', () => {
    it('says only that there is something new, up to an hour later, once for all that waits', async () => {
      const { number } = await file({ noticeEmail: ` ${HER.toUpperCase().replace('NET', 'net')} ` });
      await posted();
      office.mails.length = 0;
      await word(number);
      await word(number);
      await posted();
      later(4 * HOUR);
      await posted();
      const [mail, ...more] = office.mails.filter(({ to }) => /reporter/i.test(to));
      expect(more).toEqual([]);
      expect(mail?.subject).toBe('มีข้อความใหม่ถึงท่าน / Something new for you');
      for (const hidden of [number, 'Phitak', 'คำจากศูนย์', 'ร้องเรียน', 'complaint', home]) {
        expect(`${mail?.raw}${mail?.text}`).not.toContain(hidden);
      }
      await word(number);
      await posted();
      later(HOUR);
      await posted();
      expect(office.mails.filter(({ to }) => /reporter/i.test(to))).toHaveLength(2);
    });

    it('tells of closing, and nothing of what she wrote herself', async () => {
      const filed = await file({ noticeEmail: HER });
      const cookie = await within(filed);
      await house.anyone.post('/api/v1/reporter/messages', { text: 'ข้อความ' }, { cookie });
      await posted();
      later(4 * HOUR);
      await posted();
      expect(office.to(HER)).toEqual([]);
      await ended(filed.number);
      await posted();
      later(HOUR);
      await posted();
      expect(office.to(HER)).toHaveLength(1);
    });

    it('tells of each question about her safety once, of those that came after she left the address', async () => {
      const filed = await file({ noticeEmail: HER, reprisalFeared: true });
      await ended(filed.number);
      await posted();
      later(4 * HOUR);
      await posted();
      office.mails.length = 0;
      later(31 * DAY);
      const ask = async () => {
        await get(ReporterNotices).askWhoIsDue();
        await get(ReporterNotices).askWhoIsDue();
        later(HOUR);
        await posted();
      };
      await ask();
      expect(office.to(HER)).toHaveLength(1);
      await leave(HER, await within(filed));
      await ask();
      expect(office.to(HER)).toHaveLength(1);
    });

    it('shows the address to nobody, not even to her, and says on her page when it failed', async () => {
      const filed = await file({ noticeEmail: HER });
      const cookie = await within(filed);
      const page = () => house.anyone.get('/my-report?lang=en', { cookie });
      expect((await page()).text).toMatch(/You left an address on/);
      expect((await page()).text).not.toContain(HER);
      await word(filed.number);
      await posted();
      office.refuses = () => ({ code: 550, says: `<${HER}> no` });
      const id = await caseId(filed.number);
      await database().write((em) =>
        sql(
          em,
          `UPDATE notice SET attempts = 50, give_up_at = $1, next_at = $1 WHERE case_id = $2 AND kind LIKE 'to_reporter%'`,
          [START, id],
        ),
      );
      await posted();
      expect((await page()).text).toContain('could not be delivered');
      expect((await head.get('/notices?lang=en')).text).not.toContain('Not delivered');
      const seen = [await head.get(`/cases/${filed.number}`), await officer.get(`/cases/${filed.number}`)];
      expect(foundIn(Buffer.from(seen.map(({ text }) => text).join()), [HER])).toEqual([]);
      await leave('right@example.net', cookie);
      expect((await page()).text).not.toContain('could not be delivered');
    });

    it('is asked on her page: left, mended, changed, taken back at any time', async () => {
      const filed = await file();
      const cookie = await within(filed);
      const form = (path: string, fields: Record<string, string>) =>
        house.anyone.raw('POST', path, new URLSearchParams(fields).toString(), {
          'content-type': 'application/x-www-form-urlencoded',
          cookie,
        });
      const wrong = await form('/my-report/address', { email: 'no address' });
      expect([wrong.status, wrong.text.includes('value="no address"')]).toEqual([400, true]);
      expect((await form('/my-report/address', {})).status).toBe(400);
      expect((await form('/my-report/address', { email: HER })).status).toBe(303);
      expect((await leave('second@example.net', cookie)).status).toBe(204);
      const left = await get(Addresses).leftFor(await caseId(filed.number));
      expect(left?.alias).toMatch(/^[0-9a-f]{26}$/);
      expect(await get(Addresses).open(left?.alias ?? '')).toBe('second@example.net');
      expect((await form('/my-report/address/removal', {})).status).toBe(303);
      expect((await takeBack(cookie)).status).toBe(204);
      expect(await get(Addresses).leftFor(await caseId(filed.number))).toBeNull();
      expect((await leave(HER, '')).status).toBe(401);
    });

    it('posts nothing any more once she has taken it back, though it was queued', async () => {
      const filed = await file({ noticeEmail: HER });
      await word(filed.number);
      await get(Notices).read();
      expect(await statesOf(filed.number)).toContain('to_reporter_news queued');
      await takeBack(await within(filed));
      later(HOUR);
      await posted();
      expect(office.to(HER)).toEqual([]);
      expect(await statesOf(filed.number)).toContain('to_reporter_news withheld');
    });

    /** What a thief of the disk finds of the table. */
    async function table(): Promise<string> {
      if (home === 'SQLite') return bytesBelow(house.settings.dataDir).toString('latin1');
      await sql(database().writer.manager, 'CHECKPOINT');
      const [file] = await sql<{ bytes: Buffer }>(
        database().writer.manager,
        `SELECT pg_read_binary_file(pg_relation_filepath('reporter_address')) AS bytes`,
      );
      return file?.bytes.toString('latin1') ?? '';
    }

    it('leaves no byte of what was taken back', async () => {
      const filed = await file({ noticeEmail: HER });
      const [row] = await sql<{ sealed: string }>(
        database().reader,
        'SELECT sealed FROM reporter_address WHERE case_id = $1',
        [await caseId(filed.number)],
      );
      const sealed = row?.sealed.slice(0, 60) ?? '';
      expect(sealed).toHaveLength(60);
      expect(await table()).toContain(sealed);
      await takeBack(await within(filed));
      expect(await table()).not.toContain(sealed);
    });

    it('writes to nobody when an address was moved to another case, and raises the alarm', async () => {
      const [hers, another] = [await file({ noticeEmail: HER }), await file({ noticeEmail: 'other@example.net' })];
      const ids = [await caseId(hers.number), await caseId(another.number)] as const;
      const [row] = await sql<{ sealed: string }>(
        database().reader,
        'SELECT sealed FROM reporter_address WHERE case_id = $1',
        [ids[0]],
      );
      await database().write((em) =>
        sql(em, 'UPDATE reporter_address SET sealed = $1 WHERE case_id = $2', [row?.sealed ?? '', ids[1]]),
      );
      const alarms = async () =>
        (await sql(database().reader, `SELECT no FROM audit_row WHERE act = 'seal.broken'`)).length;
      const before = await alarms();
      await word(another.number);
      await posted();
      later(4 * HOUR);
      await posted();
      expect(office.mails.filter(({ to }) => to !== 'head@example.org')).toEqual([]);
      expect(await statesOf(another.number)).toContain('to_reporter_news withheld');
      expect(await alarms()).toBeGreaterThan(before);
    });

    it('is deleted 90 days after closing, and once again does nothing', async () => {
      const [closed, running] = [await file({ noticeEmail: HER }), await file({ noticeEmail: HER })];
      await ended(closed.number);
      const left = async ({ number }: Filed) => (await get(Addresses).leftFor(await caseId(number))) !== null;
      later(90 * DAY - MINUTE);
      await get(Addresses).sweep();
      expect([await left(closed), await left(running)]).toEqual([true, true]);
      later(MINUTE);
      await Promise.all([get(Addresses).sweep(), get(Addresses).sweep()]);
      await get(Addresses).sweep();
      expect([await left(closed), await left(running)]).toEqual([false, true]);
      expect((await leave(HER, await within(closed))).status).toBe(409);
    });

    it('takes none from the desk, and none that is no address', async () => {
      const entered = { channel: 'telephone', receivedAt: '2026-03-02', allegation: 'ก', noticeEmail: HER };
      expect((await officer.post('/api/v1/desk/complaints', entered)).status).toBe(400);
      const wrong = await house.anyone.post('/api/v1/complaints', { allegation: 'ก', noticeEmail: 'x@y' });
      expect([wrong.status, wrong.text.includes('noticeEmail')]).toEqual([400, true]);
      expect((await house.anyone.get('/complaints/new')).text).toContain('name="noticeEmail"');
    });
  });
});

/** Without a mail server. */
eachHouse((_home, open) => {
  it('asks for no address, takes none, and leaves every notice on screen', async () => {
    const house = await open();
    house.clock.set(START);
    await house.officer('head', ['desk_head']);
    expect((await house.anyone.get('/complaints/new')).text).not.toContain('noticeEmail');
    const refused = await house.anyone.post('/api/v1/complaints', { allegation: 'ก', noticeEmail: HER });
    expect(refused.status).toBe(409);
    const { body } = await house.anyone.post<Filed>('/api/v1/complaints', { allegation: 'ก' });
    const { headers } = await house.anyone.post('/api/v1/reporter/sessions', { receipt: body.receipt });
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await house.anyone.get('/my-report', { cookie })).text).not.toContain('my-report/address');
    expect((await house.anyone.ask('PUT', '/api/v1/reporter/address', { email: HER }, { cookie })).status).toBe(409);
    await house.server.app.get(Notices).read();
    await house.server.app.get(Sending).run();
    const rows = await house.server.app.get(Database).reader.find(Notice);
    expect(rows.map(({ state, nextAt }) => [state, nextAt])).toEqual([['queued', null]]);
    await house.close();
  });
});
