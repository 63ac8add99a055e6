import { ISSUED, OWN, Office, cookieOf } from '../../test/harness/account';
import { eachHome } from '../../test/harness/databases';
import { sha256 } from '../platform/crypto/kdf';
import { open, padText, seal } from '../platform/crypto/sealing';
import { SignInNeeded } from '../platform/errors';
import { Keyrings } from './keyrings';
import type { Looker } from './looker';
import { Officer } from './officer.entity';
import { Session } from './session.entity';
import { Sessions } from './sessions';

const MINUTE = 60;

eachHome((_home, place) => {
  let office: Office;
  let count = 0;

  beforeAll(async () => {
    office = await Office.open(await place());
    await office.add('admin', ['administrator']);
  });
  afterAll(() => office.close());
  beforeEach(() => office.at(0));

  const newcomer = async (): Promise<string> => (await office.add(`napa${count++}`)).username;
  const rowOf = (username: string) => office.database.reader.findOneByOrFail(Officer, { username });
  const isIn = async (cookie: string): Promise<boolean> => (await office.get(cookie, '/api/v1/account')).status === 200;
  const lookerOf = async (cookie: string): Promise<Looker> => {
    const looker = await office.rooms.app.get(Sessions).looker(cookie.split('=')[1] ?? '');
    if (!looker?.account) throw new Error('nobody');
    return looker;
  };
  const choose = (cookie: string, current: string, password: string) =>
    office.post(cookie, '/api/v1/account/passphrase', { current, password });

  describe('one’s own passphrase', () => {
    it('brings a new pair when somebody else issued the one before, and nothing with it', async () => {
      const username = await newcomer();
      const before = await rowOf(username);
      const cookie = await office.signedIn(username);
      const { account } = await lookerOf(cookie);
      const pins = { desk: 'planted' };
      await office.rooms.app
        .get(Keyrings)
        .update(before, account?.key ?? Buffer.alloc(0), (held) => ({ ...held, pins }));
      expect(await office.officers.passphraseIsOwn(before.id)).toBe(false);
      const chosen = await choose(cookie, ISSUED, OWN);
      expect(chosen.status).toBe(204);
      const after = await rowOf(username);
      expect([after.keyEpoch, after.publicKey === before.publicKey]).toEqual([2, false]);
      expect(await office.officers.passphraseIsOwn(before.id)).toBe(true);
      expect((await lookerOf(cookieOf(chosen))).pins).toEqual({});
      expect([await isIn(cookie), await isIn(cookieOf(chosen))]).toEqual([false, true]);
      expect((await office.enter(username, ISSUED)).status).toBe(401);
      expect((await office.enter(username, OWN)).status).toBe(201);
    });

    it('keeps the pair, the second factor and the pins when it was her own before; other sessions end', async () => {
      const username = await newcomer();
      const first = cookieOf(await choose(await office.signedIn(username), ISSUED, OWN));
      const { secret } = await office.enrol(first);
      const before = await lookerOf(first);
      const pins = { desk: 'ab'.repeat(32) };
      await office.rooms.app
        .get(Keyrings)
        .update({ id: before.officerId }, keyOf(before), (held) => ({ ...held, pins }));
      office.at(MINUTE);
      const elsewhere = await office.signedIn(username, OWN, office.code(secret));
      const next = `${OWN}, painted red`;
      const here = cookieOf(await choose(first, OWN, next));
      const after = await lookerOf(here);
      expect(after.keyring?.publicKey).toEqual(before.keyring?.publicKey);
      expect([after.pins, after.account?.hasSecondFactor]).toEqual([pins, true]);
      expect([await isIn(first), await isIn(elsewhere), await isIn(here)]).toEqual([false, false, true]);
      expect(await office.database.reader.countBy(Session, { officerId: before.officerId })).toBe(1);
      office.at(2 * MINUTE);
      expect((await office.enter(username, OWN, office.code(secret))).status).toBe(401);
      expect((await office.enter(username, next, office.code(secret))).status).toBe(201);
    });

    it.each([
      ['a wrong present one', 'green kettle on stilts', OWN, 'current'],
      ['one too short', ISSUED, 'short', 'password'],
      ['the same again', ISSUED, ` ${ISSUED}`, 'password'],
      ['a list', ISSUED, [OWN, OWN], 'password'],
      ['one far too long', ISSUED, 'x'.repeat(5000), 'password'],
    ])('refuses %s and names the field', async (_what, current, password, field) => {
      const username = await newcomer();
      const cookie = await office.signedIn(username);
      const answer = await choose(cookie, current, password as string);
      expect([answer.status, answer.body.fields[0].field, await isIn(cookie)]).toEqual([400, field, true]);
      expect((await rowOf(username)).keyEpoch).toBe(1);
    });

    it('is chosen once when two ask at the same moment', async () => {
      const cookie = await office.signedIn(await newcomer());
      const answers = await Promise.all([OWN, `${OWN} two`].map((next) => choose(cookie, ISSUED, next)));
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    });

    it('is asked on the way in of whom another officer gave one, on pages', async () => {
      const admin = await office.signedIn('admin');
      const body = { username: `napa${count++}`, name: 'นภา', roles: ['desk_officer'] };
      const { passphrase } = (await office.post(admin, '/api/v1/officers', body)).body as { passphrase: string };
      const entered = await office.submit('', '/sign-in', { username: body.username, password: passphrase });
      expect(entered.headers.location).toBe('/account/passphrase');
      const cookie = cookieOf(entered);
      const wrong = await office.submit(cookie, '/account/passphrase', { current: 'x', password: OWN });
      expect([wrong.status, wrong.text.includes(OWN)]).toEqual([400, false]);
      const chosen = await office.submit(cookie, '/account/passphrase', { current: passphrase, password: OWN });
      expect([chosen.status, chosen.headers.location]).toEqual([303, '/account?done=passphrase']);
      const again = await office.submit('', '/sign-in', { username: body.username, password: OWN });
      expect(again.headers.location).toBe('/desk');
    });
  });

  describe('a keyring', () => {
    it('of the first version, which held the private key alone, still opens', async () => {
      const username = await newcomer();
      const { account } = await lookerOf(await office.signedIn(username));
      const officer = await rowOf(username);
      const key = account?.key ?? Buffer.alloc(0);
      const context = `phitak/v1/officer-keyring|${officer.province}|${officer.id}|1`;
      const plain = open(key, context, Buffer.from(officer.keyring, 'base64'));
      expect(plain.subarray(4).toString()).toMatch(/^\{"privateKey":"[\w+/=]{44}"\}\0*$/);
      const old = seal(key, context, padText(plain.subarray(4, 4 + plain.readUInt32BE(0)).toString())).toString(
        'base64',
      );
      await office.database.write((em) => em.update(Officer, { id: officer.id }, { keyring: old }));
      const looker = await lookerOf(await office.signedIn(username));
      expect([looker.keyring?.publicKey.toString('hex'), looker.pins]).toEqual([officer.publicKey, {}]);
    });

    it('keeps every one of many changes made at the same moment', async () => {
      const looker = await lookerOf(await office.signedIn(await newcomer()));
      const keyrings = office.rooms.app.get(Keyrings);
      const pin = (unit: string) =>
        keyrings.update({ id: looker.officerId }, keyOf(looker), (held) => ({
          ...held,
          pins: { ...held.pins, [unit]: 'x' },
        }));
      await Promise.all(['a', 'b', 'c', 'd'].map(pin));
      const officer = await office.database.reader.findOneByOrFail(Officer, { id: looker.officerId });
      expect(Object.keys(keyrings.openWith(officer, keyOf(looker))?.held.pins ?? {}).sort()).toEqual([
        'a',
        'b',
        'c',
        'd',
      ]);
    });

    it('is not changed by a session whose key is over, nor its private key by anybody', async () => {
      const username = await newcomer();
      const looker = await lookerOf(await office.signedIn(username));
      const keyrings = office.rooms.app.get(Keyrings);
      const of = { id: looker.officerId };
      await keyrings.update(of, keyOf(looker), (held) => ({ ...held, privateKey: 'another' }));
      expect((await office.enter(username, ISSUED)).status).toBe(201);
      await office.officers.reissue(username, { kind: 'command', id: null });
      await expect(keyrings.update(of, keyOf(looker), (held) => held)).rejects.toThrow(SignInNeeded);
    });
  });

  describe('sessions', () => {
    it('end when somebody signs in again in the same browser', async () => {
      const username = await newcomer();
      const first = await office.signedIn(username);
      const second = cookieOf(await office.enter(username, ISSUED, undefined, first));
      expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
      const form = await office.submit(second, '/sign-in', { username: 'admin', password: ISSUED });
      expect([await isIn(second), await isIn(cookieOf(form))]).toEqual([false, true]);
    });

    it('stay when the second sign-in was refused', async () => {
      const cookie = await office.signedIn(await newcomer());
      expect((await office.enter('admin', 'green kettle on stilts', undefined, cookie)).status).toBe(401);
      expect(await isIn(cookie)).toBe(true);
    });

    it('are listed by their times alone, and the others can be ended', async () => {
      const username = await newcomer();
      const elsewhere = await office.signedIn(username);
      office.at(2 * MINUTE);
      const here = await office.signedIn(username);
      const { sessions } = (await office.get(here, '/api/v1/account')).body;
      expect(sessions).toEqual([
        { begunAt: '2026-11-20T03:02:00.000Z', seenAt: '2026-11-20T03:02:00.000Z', isThis: true },
        { begunAt: '2026-11-20T03:00:00.000Z', seenAt: '2026-11-20T03:00:00.000Z', isThis: false },
      ]);
      const page = await office.get(here, '/account');
      expect([page.text.includes('/account/sessions/ending'), page.headers['cache-control']]).toEqual([
        true,
        'no-store',
      ]);
      const ended = await office.submit(here, '/account/sessions/ending');
      expect(ended.headers.location).toBe('/account?done=sessions');
      expect([await isIn(elsewhere), await isIn(here)]).toEqual([false, true]);
    });

    it('clear the cookie on the way out', async () => {
      const cookie = await office.signedIn(await newcomer());
      const left = await office.submit(cookie, '/sign-out');
      expect(String(left.headers['set-cookie'])).toMatch(/session=; .*Expires=Thu, 01 Jan 1970/);
      expect(await isIn(cookie)).toBe(false);
    });

    it('made by the version before are over, and fail nothing', async () => {
      const cookie = await office.signedIn(await newcomer());
      const { keyring } = await lookerOf(cookie);
      const bytes = Buffer.from(cookie.split('=')[1] ?? '', 'base64url');
      const idHash = sha256(bytes.subarray(0, 16)).toString('hex');
      const other = keyring?.privateKey ?? Buffer.alloc(32);
      await office.database.write((em) => em.update(Session, { idHash }, { keyring: other.toString('base64') }));
      expect(await isIn(cookie)).toBe(false);
    });
  });

  describe('confirming', () => {
    let cookie: string;
    let someone: string;
    const reissue = () => office.submit(cookie, `/people/${someone}/passphrase`);
    const reissueApi = () =>
      office.http().patch(`/api/v1/officers/${someone}`).set('Cookie', cookie).send({ passphrase: 'issue' });
    const confirm = (password: string, to = `/people/${someone}`) =>
      office.submit(cookie, '/account/confirmation', { password, to });

    beforeEach(async () => {
      someone = await newcomer();
      cookie = await office.signedIn('admin');
      office.at(6 * MINUTE);
    });

    it('is needed before a passphrase is issued again, and leads back', async () => {
      const asked = await reissue();
      expect([asked.status, asked.headers.location]).toEqual([303, `/account/confirmation?to=%2Fpeople%2F${someone}`]);
      const api = await reissueApi();
      expect([api.status, api.body.error]).toEqual([401, 'ConfirmationNeeded']);
      expect((await rowOf(someone)).keyEpoch).toBe(1);
      const page = await office.get(cookie, asked.headers.location ?? '');
      expect(page.text).toContain(`name="to" value="/people/${someone}"`);
      const done = await confirm(ISSUED);
      expect([done.status, done.headers.location]).toEqual([303, `/people/${someone}`]);
      expect((await reissue()).status).toBe(201);
    });

    it('counts for five minutes, in this session alone', async () => {
      const elsewhere = cookie;
      cookie = await office.signedIn('admin');
      office.at(12 * MINUTE);
      const { body } = await office.post(cookie, '/api/v1/session/confirmation', { password: ISSUED });
      expect(body).toEqual({ freshUntil: '2026-11-20T03:17:00.000Z' });
      office.at(17 * MINUTE - 1);
      expect((await reissueApi()).status).toBe(200);
      office.at(17 * MINUTE);
      expect((await reissueApi()).status).toBe(401);
      cookie = elsewhere;
      office.at(13 * MINUTE);
      expect((await reissueApi()).status).toBe(401);
    });

    it('takes nothing but the passphrase and, once enrolled, a code that was not used', async () => {
      const wrong = await confirm('green kettle on stilts');
      expect([wrong.status, wrong.text.includes('green kettle')]).toEqual([401, false]);
      const username = await newcomer();
      office.at(0);
      cookie = await office.signedIn(username);
      const { secret, recovery } = await office.enrol(cookie);
      office.at(10 * MINUTE);
      const code = office.code(secret);
      const api = async (otp?: string): Promise<number> =>
        (await office.post(cookie, '/api/v1/session/confirmation', { password: ISSUED, otp })).status;
      expect([await api(), await api('000000'), await api(code), await api(code)]).toEqual([401, 401, 201, 401]);
      expect(await api(recovery[0])).toBe(201);
    });

    it.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
      'never leads to %s',
      async (to) => {
        const page = await office.get(cookie, `/account/confirmation?to=${encodeURIComponent(to)}`);
        expect(page.text).toContain('name="to" value="/account"');
        expect((await confirm(ISSUED, to)).headers.location).toBe('/account');
      },
    );

    it('is needed before a second factor is set up', async () => {
      const offer = await office.post(cookie, '/api/v1/account/second-factor/offers');
      expect([offer.status, offer.body.error]).toEqual([401, 'ConfirmationNeeded']);
      const page = await office.get(cookie, '/account/second-factor');
      expect(page.headers.location).toBe('/account/confirmation?to=%2Faccount%2Fsecond-factor');
    });
  });

  it.each([
    ['a cookie of nothing', 'session='],
    ['a cookie of percent signs', 'session=%%%E0%A4%A'],
    ['two cookies of one name', `session=${'A'.repeat(64)}; session=${'B'.repeat(64)}`],
    ['a cookie as long as a header may be', `session=${'A'.repeat(8000)}`],
    ['half a cookie', 'session'],
    ['odd signs', 'session=A;;;=;"\\x00'],
  ])('takes %s for nobody', async (_what, cookie) => {
    expect((await office.get(cookie, '/api/v1/account')).status).toBe(401);
    expect((await office.get(cookie, '/account')).headers.location).toBe('/sign-in');
    expect((await office.get(cookie, '/sign-in')).status).toBe(200);
  });

  it.each(['/sign-in', '/account/passphrase', '/account/second-factor', '/account/confirmation'])(
    'answers doubled, missing and absurd fields at %s with the form',
    async (path) => {
      const cookie = await office.signedIn(await newcomer());
      const names = ['current', 'password', 'otp', 'to', 'offer', 'code'];
      const doubled = names.flatMap((name) => [`${name}=a`, `${name}=b`]).join('&');
      const absurd = names.map((name) => `${name}=${'%00%F0%9F%92%A9x'.repeat(1000)}`).join('&');
      for (const body of ['', doubled, absurd, '__proto__[x]=1&constructor=1', 'password[]=x&code[0]=1']) {
        const answer = await office.http().post(path).set('Cookie', cookie).type('form').send(body);
        expect([400, 401, 429]).toContain(answer.status);
        expect(answer.text).toContain('<form');
      }
    },
  );

  const keyOf = ({ account }: Looker): Buffer => account?.key ?? Buffer.alloc(0);
});
