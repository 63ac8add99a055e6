import { Secret, TOTP } from 'otpauth';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';

const passphraseOf = (username: string): string => `${username}: a passphrase for the test`;
const WRONG = 'green kettle on stilts';
const START = Date.parse('2026-11-20T03:00:00.000Z');

/** Guessing is slow, and nobody is kept out by what somebody else does. The limits are the real ones. */
eachHouse((_home, open) => {
  describe('behind a proxy that says where a request came from', () => {
    let house: House;
    beforeAll(async () => {
      house = await open({ TRUST_PROXY: 'loopback' });
      await house.officer('somsri', ['desk_officer']);
    });
    afterAll(() => house.close());

    const enter = (from: string, username: string, password: string, otp?: string) =>
      house.anyone.post(
        '/api/v1/sessions',
        { username, password, ...(otp === undefined ? {} : { otp }) },
        { 'x-forwarded-for': from },
      );

    it('slows a stranger and lets the officer in from her own address meanwhile', async () => {
      const tries = [];
      for (let no = 0; no < 12; no++) tries.push((await enter('203.0.113.9', 'somsri', WRONG)).status);
      expect(tries.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
      expect(tries).toContain(429);
      const answers = await Promise.all([
        enter('203.0.113.9', 'somsri', passphraseOf('somsri')),
        enter('198.51.100.7', 'somsri', passphraseOf('somsri')),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([429, 201]);
      expect(Number(answers[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    });

    it('says of a name that is nobody’s exactly the same', async () => {
      house.clock.set(new Date(START).toISOString());
      const told = async (username: string): Promise<readonly unknown[]> => {
        const seen = [];
        for (let no = 0; no < 7; no++) {
          const { status, text } = await enter('203.0.113.10', username, WRONG);
          seen.push([status, text]);
        }
        return seen;
      };
      expect(await told('somsri')).toEqual(await told('nobody-here'));
    });

    it('counts an IPv6 network as one address', async () => {
      house.clock.set(new Date(START + 3_600_000).toISOString());
      const tries = [];
      for (let no = 1; no <= 7; no++) tries.push((await enter(`2001:db8:1:2::${no}`, 'somsri', WRONG)).status);
      tries.push((await enter('2001:db8:1:3::1', 'somsri', WRONG)).status);
      expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429, 401]);
    });

    it('slows who has the passphrase and guesses the code, from however many addresses', async () => {
      house.clock.set(new Date(START).toISOString());
      const napa = await house.officer('napa', ['desk_officer']);
      const offered = await napa.post<{ secret: string; offer: string }>('/api/v1/account/second-factor/offers', {});
      const { secret, offer } = offered.body;
      const code = (at: number): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
      const enrolled = await napa.post('/api/v1/account/second-factor', { offer, code: code(START) });
      expect(enrolled.status).toBe(201);
      house.clock.set(new Date(START + 60_000).toISOString());
      for (let no = 1; no <= 5; no++) await enter(`192.0.2.${no}`, 'napa', passphraseOf('napa'), '000000');
      const right = () => enter('198.51.100.8', 'napa', passphraseOf('napa'), code(START + 60_000));
      expect((await right()).status).toBe(401);
      house.clock.set(new Date(START + 62_000).toISOString());
      expect((await right()).status).toBe(201);
    });
  });

  describe('without one', () => {
    let house: House;
    beforeAll(async () => {
      house = await open();
    });
    afterAll(() => house.close());

    it('believes no X-Forwarded-For: who writes another each time is slowed all the same', async () => {
      await house.officer('somchai', ['desk_officer']);
      const tries = [];
      for (let no = 0; no < 8; no++) {
        const body = { username: 'somchai', password: WRONG };
        tries.push(
          (await house.anyone.post('/api/v1/sessions', body, { 'x-forwarded-for': `203.0.113.${no}` })).status,
        );
      }
      expect(tries).toContain(429);
    });

    it('lets thirty people of one office in within ten minutes, each after a slip or two', async () => {
      const people = Array.from({ length: 30 }, (_, no) => `trainee${no}`);
      for (const username of people) await house.officer(username, ['desk_officer']);
      const signIn = async (username: string, no: number): Promise<number> => {
        const slips = no % 3;
        for (let slip = 0; slip < slips; slip++) {
          await house.anyone.post('/api/v1/sessions', { username, password: WRONG });
        }
        const answer = await house.anyone.post('/api/v1/sessions', { username, password: passphraseOf(username) });
        return answer.status;
      };
      const answers: number[] = [];
      for (let at = 0; at < people.length; at += 3) {
        answers.push(...(await Promise.all(people.slice(at, at + 3).map((username, i) => signIn(username, at + i)))));
      }
      expect(answers).toEqual(people.map(() => 201));
    }, 300_000);

    it('never keeps a reporter out, however often a receipt was mistyped at her address', async () => {
      const filed = await house.anyone.post<{ receipt: string }>('/api/v1/complaints', { allegation: 'เรื่องสมมติ' });
      for (let no = 0; no < 40; no++) {
        const receipt = String(no).padStart(20, '7');
        expect((await house.anyone.post('/api/v1/status', { receipt })).status).toBe(404);
      }
      expect((await house.anyone.post('/api/v1/status', { receipt: filed.body.receipt })).status).toBe(200);
    });
  });
});
