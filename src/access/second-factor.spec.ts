import { ISSUED, OWN, Office, cookieOf } from '../../test/harness/account';
import { eachHome } from '../../test/harness/databases';
import { AuditRow } from '../audit/audit-row.entity';
import { ArgonQueue } from '../platform/crypto/argon';
import { Officer } from './officer.entity';
import { Session } from './session.entity';

const HEX_OR_FOURS = /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/;

eachHome((_home, place) => {
  let office: Office;
  let count = 0;

  beforeAll(async () => {
    office = await Office.open(await place());
  });
  afterAll(() => office.close());
  beforeEach(() => office.at(0));

  /** A new officer with a telephone; half a minute later its next code is there. */
  const withTelephone = async (of = office) => {
    const username = `napa${count++}`;
    await of.add(username);
    const cookie = await of.signedIn(username);
    const enrolled = await of.enrol(cookie);
    of.at(60);
    return { username, cookie, ...enrolled };
  };
  const status = async (username: string, otp?: string): Promise<number> =>
    (await office.enter(username, ISSUED, otp)).status;

  it('is asked at sign-in once it is enrolled; without the code the answer is that of a wrong passphrase', async () => {
    const { username, secret } = await withTelephone();
    const wrong = await office.enter(username, 'green kettle on stilts');
    const missing = await office.enter(username, ISSUED);
    const other = await office.enter(username, ISSUED, office.code(secret, 300));
    expect([wrong, missing, other].map((answer) => answer.status)).toEqual([401, 401, 401]);
    expect([missing.body, other.body]).toEqual([wrong.body, wrong.body]);
    expect(await status(username, office.code(secret))).toBe(201);
  });

  it('is shown on the people page as long as the pair is the one it was enrolled beside', async () => {
    const { username } = await withTelephone();
    expect(await office.officers.card(username)).toMatchObject({ hasSecondFactor: true, passphraseIsOwn: false });
    await office.officers.reissue(username, { kind: 'officer', id: 'x' });
    expect(await office.officers.card(username)).toMatchObject({ hasSecondFactor: false, passphraseIsOwn: false });
  });

  it('costs one derivation whatever was wrong', async () => {
    const { username } = await withTelephone();
    const derive = jest.spyOn(office.rooms.app.get(ArgonQueue), 'derive');
    const cost = async (name: string, password: string, otp?: string): Promise<number> => {
      derive.mockClear();
      expect((await office.enter(name, password, otp)).status).toBe(401);
      return derive.mock.calls.length;
    };
    const costs = [
      await cost(username, 'green kettle on stilts'),
      await cost(username, ISSUED),
      await cost(username, ISSUED, '000000'),
      await cost('nobody-here', ISSUED, '000000'),
    ];
    derive.mockRestore();
    expect(costs).toEqual([1, 1, 1, 1]);
  });

  it('leaves the same row in the trail for a wrong code as for a wrong passphrase', async () => {
    const { username } = await withTelephone();
    await office.enter(username, 'green kettle on stilts');
    await office.enter(username, ISSUED, '000000');
    const [last, before] = await office.database.reader.find(AuditRow, { order: { no: 'DESC' }, take: 2 });
    expect([last?.act, last?.subjectId, last?.data]).toEqual([before?.act, before?.subjectId, before?.data]);
    expect(last?.act).toBe('session.refused');
  });

  it('takes a code once, also from two that ask at the same moment', async () => {
    const { username, secret } = await withTelephone();
    const code = office.code(secret);
    const answers = await Promise.all([1, 2, 3].map(() => status(username, code)));
    expect(answers.sort()).toEqual([201, 401, 401]);
    expect(await status(username, code)).toBe(401);
    expect(await status(username, office.code(secret, -30))).toBe(401);
    office.at(90);
    expect(await status(username, office.code(secret))).toBe(201);
  });

  it('does not take the code that confirmed it', async () => {
    const { username, secret } = await withTelephone();
    office.at(0);
    expect(await status(username, office.code(secret))).toBe(401);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const { username, recovery } = await withTelephone();
    expect([recovery.length, recovery.every((code) => HEX_OR_FOURS.test(code))]).toEqual([10, true]);
    const [one = '', two = ''] = recovery;
    expect(await status(username, one.toLowerCase().replaceAll('-', ' '))).toBe(201);
    expect(await status(username, one)).toBe(401);
    const at = await office.signedIn(username, ISSUED, two);
    expect((await office.get(at, '/api/v1/account')).body).toMatchObject({
      hasSecondFactor: true,
      recoveryCodesLeft: 8,
    });
  });

  it('gives new recovery codes, and the old ones are over', async () => {
    const { username, cookie, recovery } = await withTelephone();
    const { body } = await office.post(cookie, '/api/v1/account/second-factor/recovery-codes');
    const [fresh] = (body as { recoveryCodes: string[] }).recoveryCodes;
    expect(await status(username, recovery[0])).toBe(401);
    expect(await status(username, fresh)).toBe(201);
    const { username: other } = await office.add(`napa${count++}`);
    const none = await office.post(await office.signedIn(other), '/api/v1/account/second-factor/recovery-codes');
    expect([none.status, none.body.error]).toEqual([409, 'NoSecondFactor']);
  });

  it('stands nowhere in the database, and neither does a recovery code', async () => {
    const { secret, recovery } = await withTelephone();
    const rows = JSON.stringify([
      await office.database.reader.find(Officer),
      await office.database.reader.find(Session),
      await office.database.reader.find(AuditRow),
    ]);
    for (const word of [secret, ...recovery, ...recovery.map((code) => code.replaceAll('-', ''))]) {
      expect(rows).not.toContain(word);
    }
  });

  it('is enrolled only with an offer of ours, for a quarter of an hour, and its own code', async () => {
    const [{ username: mine }, { username: hers }] = [
      await office.add(`napa${count++}`),
      await office.add(`napa${count++}`),
    ];
    const [cookie, other] = [await office.signedIn(mine), await office.signedIn(hers)];
    const { body } = await office.post(cookie, '/api/v1/account/second-factor/offers');
    const confirm = (at: string, offer: unknown, code: unknown) =>
      office.post(at, '/api/v1/account/second-factor', { offer, code });
    const fields = async (at: string, offer: unknown, code: unknown): Promise<unknown> => {
      const answer = await confirm(at, offer, code);
      return [answer.status, ...(answer.body.fields as { field: string }[]).map(({ field }) => field)];
    };
    const code = office.code(body.secret as string);
    expect(await fields(cookie, body.offer, '12')).toEqual([400, 'code']);
    expect(await fields(cookie, 'made up', code)).toEqual([400, 'offer']);
    expect(await fields(cookie, 'x'.repeat(5000), code)).toEqual([400, 'offer']);
    expect(await fields(cookie, body.offer, [code, code])).toEqual([400, 'code']);
    expect(await fields(other, body.offer, code)).toEqual([400, 'offer']);
    office.at(15 * 60);
    expect(await fields(cookie, body.offer, office.code(body.secret as string))).toEqual([400, 'offer']);
    office.at(0);
    expect((await confirm(cookie, body.offer, code)).status).toBe(201);
  });

  it('ends every other session when it is enrolled', async () => {
    const { username } = await office.add(`napa${count++}`);
    const [here, elsewhere] = [await office.signedIn(username), await office.signedIn(username)];
    await office.enrol(here);
    const answers = await Promise.all([here, elsewhere].map((cookie) => office.get(cookie, '/api/v1/account')));
    expect(answers.map((answer) => answer.status)).toEqual([200, 401]);
  });

  it('can be taken away only with a new passphrase and new keys', async () => {
    const { username } = await withTelephone();
    const before = await office.database.reader.findOneByOrFail(Officer, { username });
    const passphrase = await office.officers.reissue(username, { kind: 'command', id: null });
    const after = await office.database.reader.findOneByOrFail(Officer, { username });
    expect([after.publicKey === before.publicKey, after.keyEpoch]).toEqual([false, 2]);
    expect((await office.enter(username, passphrase)).status).toBe(201);
  });

  it('slows whoever has the passphrase and guesses codes, wherever from, and says nothing else', async () => {
    const { username, secret } = await withTelephone();
    for (let tries = 0; tries < 5; tries++) {
      expect((await office.enter(username, ISSUED, '000000')).status).toBe(401);
    }
    office.at(60.5);
    expect([(await office.enter(username, ISSUED, office.code(secret))).status]).toEqual([429]);
    office.at(62);
    expect(await status(username, office.code(secret))).toBe(201);
  });

  it('is enrolled and used on pages without script', async () => {
    const { username } = await office.add(`napa${count++}`);
    const cookie = await office.signedIn(username);
    const page = await office.get(`${cookie}; lang=en`, '/account/second-factor');
    expect(page.text).toContain('<svg class="qr"');
    const offer = /name="offer" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const secret = [...page.text.matchAll(/<span>([A-Z2-7]{4}) ?<\/span>/g)].map(([, four]) => four).join('');
    expect(secret).toHaveLength(32);
    const wrong = await office.submit(cookie, '/account/second-factor', { offer, code: '12' });
    expect([wrong.status, wrong.text.includes(offer)]).toEqual([400, true]);
    const done = await office.submit(cookie, '/account/second-factor', { offer, code: office.code(secret) });
    expect([done.status, (done.text.match(/<code>/g) ?? []).length]).toEqual([201, 10]);
    expect(done.headers['cache-control']).toBe('no-store');
    expect((await office.get(`${cookie}; lang=en`, '/account/second-factor')).text).not.toContain('class="qr"');
    office.at(60);
    const form = { username, password: ISSUED };
    expect((await office.submit('', '/sign-in', form)).status).toBe(401);
    const entered = await office.submit('', '/sign-in', { ...form, otp: office.code(secret) });
    expect([entered.status, entered.headers.location]).toEqual([303, '/desk']);
  });

  describe('across two processes', () => {
    it('is spent by one of them', async () => {
      const first = await place();
      const one = await Office.open(first);
      const two = await Office.open({ ...first, remove: () => Promise.resolve() });
      const { username, secret, recovery } = await withTelephone(one);
      two.at(60);
      for (const code of [one.code(secret), recovery[0]]) {
        const answers = await Promise.all([one, two].map((each) => each.enter(username, ISSUED, code)));
        expect(answers.map((answer) => answer.status).sort()).toEqual([201, 401]);
      }
      await two.close();
      await one.close();
    });
  });

  it('is not asked with TWO_FACTOR=off', async () => {
    const lax = await Office.open(await place({ TWO_FACTOR: 'off' }));
    const { username } = await withTelephone(lax);
    expect((await lax.enter(username, ISSUED)).status).toBe(201);
    await lax.close();
  });

  describe('in production', () => {
    let strict: Office;
    beforeAll(async () => {
      strict = await Office.open(await place({ NODE_ENV: 'production' }));
      await strict.add('somsri', ['administrator']);
    });
    afterAll(() => strict.close());

    it('opens the account and nothing else until passphrase and second factor are her own', async () => {
      let cookie = await strict.signedIn('somsri');
      const closed = async (error: string | null): Promise<void> => {
        const api = await strict.get(cookie, '/api/v1/officers');
        const page = await strict.get(cookie, '/people');
        const form = await strict.submit(cookie, '/people', {});
        if (error === null) expect([api.status, page.status, form.status]).toEqual([200, 200, 400]);
        else {
          expect([api.status, api.body.error, api.body.message]).toEqual([403, 'AccountUnfinished', error]);
          expect([page, form].map(({ status, headers }) => [status, headers.location])).toEqual([
            [303, '/account'],
            [303, '/account'],
          ]);
        }
        const own = await strict.get(cookie, '/account');
        expect([own.status, own.text.includes('href="/people"')]).toEqual([200, error === null]);
        expect((await strict.get(cookie, '/api/v1/sessions/current')).status).toBe(200);
      };
      await closed('Choose your own passphrase first.');
      const early = await strict.post(cookie, '/api/v1/account/second-factor/offers');
      expect([early.status, early.body.error]).toEqual([403, 'AccountUnfinished']);
      const chosen = await strict.post(cookie, '/api/v1/account/passphrase', { current: ISSUED, password: OWN });
      cookie = cookieOf(chosen);
      await closed('Set up your second factor first.');
      await strict.enrol(cookie);
      await closed(null);
    });

    it('lets a locked session out', async () => {
      await strict.add('napa', ['auditor']);
      const cookie = await strict.signedIn('napa');
      expect((await strict.submit(cookie, '/sign-out')).headers.location).toBe('/sign-in');
      expect((await strict.get(cookie, '/api/v1/account')).status).toBe(401);
    });
  });
});
