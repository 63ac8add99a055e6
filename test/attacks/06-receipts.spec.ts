import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { newClaimDigits, newReceiptDigits } from '../../src/platform/crypto/codes';
import type { Answer, Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { medianOf, zOf } from './statistics';

const TRIES = 1_000;
/** Mann–Whitney, normal approximation: |z| ≥ 5 comes by chance once in a million and a half. */
const TELLING_Z = 5;
/** Milliseconds between medians that nobody could use over a network; the derivation itself takes ten times as long. */
const TELLING_MS = 1.5;

const GRIEVANCE = { allegation: 'ก', type: 'general' };

interface Handed {
  readonly referralId: string;
  readonly code: string;
}

type Try = () => Promise<Answer>;

/** Attack 6: what a wrong code tells, by its answer and by its time. */
eachHouse((_home, open) => {
  let house: House;
  let officer: Asker;
  const rows = (text: string, values: readonly string[] = []) =>
    house.server.app.get(Database).write((em) => sql(em, text, values));
  const look = (receipt: string) => house.anyone.post('/api/v1/status', { receipt });
  const enter = (receipt: string) => house.anyone.post('/api/v1/reporter/sessions', { receipt });
  const letter = (code: string) => house.anyone.post('/api/v1/agency/sessions', { code });
  const claim = (claimCode: string) => house.anyone.post('/api/v1/claims', { claimCode });
  const filed = async () =>
    (await house.anyone.post<{ number: string; receipt: string }>('/api/v1/complaints', { allegation: 'ก' })).body;
  const entered = async () => {
    const desk = { allegation: 'ก', channel: 'telephone', receivedAt: '2026-01-02' };
    return (await officer.post<{ number: string; claimCode: string }>('/api/v1/desk/complaints', desk)).body;
  };
  const ofCase = (number: string, change: string) =>
    rows(`UPDATE reporter_key SET ${change} WHERE case_id = (SELECT id FROM case_file WHERE number = $1)`, [number]);

  /** A referral to an agency without an account, with its code. */
  const referred = async () => {
    const { number } = (await house.anyone.post<{ number: string }>('/api/v1/complaints', GRIEVANCE)).body;
    const at = `/api/v1/cases/${number}`;
    await officer.post(`${at}/sorting`, { outcome: 'accept', type: 'general', corruptionAlleged: 'no', reasons: 'x' });
    const sent = { agencyCode: 'NWT-LAND', message: 'x', withCode: true };
    const { codes } = (await officer.post<{ codes: Handed[] }>(`${at}/referrals`, sent)).body;
    return { at, ...(codes[0] as Handed) };
  };
  const ofReferral = (id: string, change: string) =>
    rows(`UPDATE referral_code SET ${change} WHERE referral_id = $1`, [id]);

  let receipts: Readonly<Record<string, () => string>>;
  let claims: Readonly<Record<string, () => string>>;
  let letters: Readonly<Record<string, () => string>>;
  let agencys = '';
  let real = '';

  beforeAll(async () => {
    house = await open({ RATE_LIMITS: 'off' });
    officer = await house.officer('officer', ['desk_officer']);
    real = (await filed()).receipt;
    const [expired, elsewhere] = [await filed(), await filed()];
    await ofCase(expired.number, `until = '2020-01-01T00:00:00.000Z'`);
    await ofCase(elsewhere.number, `province = 'TRT'`);
    const [used, late] = [await entered(), await entered()];
    expect((await claim(used.claimCode)).status).toBe(201);
    await ofCase(late.number, `until = '2020-01-01T00:00:00.000Z'`);
    const [live, old, killed, far] = [await referred(), await referred(), await referred(), await referred()];
    agencys = live.code;
    await ofReferral(old.referralId, `until_at = '2020-01-01T00:00:00.000Z'`);
    await ofReferral(far.referralId, `province = 'TRT'`);
    await officer.post(`${killed.at}/referrals/${killed.referralId}/withdrawal`, { reason: 'x' });
    letters = {
      unknown: newReceiptDigits,
      malformed: () => newReceiptDigits().slice(1),
      words: () => 'not a code at all',
      expired: () => old.code,
      killed: () => killed.code,
      'another province’s': () => far.code,
      'a reporter’s': () => real,
    };
    receipts = {
      unknown: newReceiptDigits,
      malformed: () => newReceiptDigits().slice(1),
      words: () => 'not a code at all',
      expired: () => expired.receipt,
      'another province’s': () => elsewhere.receipt,
      'another purpose’s': () => late.claimCode,
      'an agency’s': () => agencys,
    };
    claims = {
      unknown: newClaimDigits,
      malformed: () => '0000000000000001',
      used: () => used.claimCode,
      expired: () => late.claimCode,
      'another purpose’s': () => real,
    };
  });
  afterAll(() => house?.close());

  it('gives one answer, whatever is wrong with the code, at each door', async () => {
    for (const [door, codes] of [
      [look, receipts],
      [enter, receipts],
      [claim, claims],
      [letter, letters],
    ] as const) {
      const seen = new Set<string>();
      for (const code of Object.values(codes)) seen.add(shownBy(await door(code())));
      expect([...seen]).toHaveLength(1);
      expect([...seen][0]).toMatch(/^404/);
    }
    expect((await look(real)).status).toBe(200);
    expect((await letter(agencys)).status).toBe(204);
  });

  it(`takes the same time over ${TRIES} interleaved tries (Mann–Whitney and the difference of medians)`, async () => {
    const tries: readonly [string, Try][] = [
      ...Object.entries(receipts).map(([name, code]) => [`receipt, ${name}`, () => look(code())] as [string, Try]),
      ...Object.entries(claims).map(([name, code]) => [`claim, ${name}`, () => claim(code())] as [string, Try]),
      ...Object.entries(letters).map(([name, code]) => [`letter, ${name}`, () => letter(code())] as [string, Try]),
    ];
    const took = new Map<string, number[]>(tries.map(([name]) => [name, []]));
    for (let round = 0; round * tries.length < TRIES; round++) {
      for (const [name, ask] of shifted(tries, round)) {
        const begun = performance.now();
        await ask();
        took.get(name)?.push(performance.now() - begun);
      }
    }
    const telling = tries.flatMap(([name]) => {
      const plain = took.get(name.replace(/, .*/, ', unknown')) ?? [];
      const own = took.get(name) ?? [];
      const [z, ms] = [zOf(own, plain), medianOf(own) - medianOf(plain)];
      return Math.abs(z) >= TELLING_Z && Math.abs(ms) >= TELLING_MS ? [`${name}: z ${z}, ${ms} ms`] : [];
    });
    expect(telling).toEqual([]);
  });
});

/** Status, what the browser is told, and the words; but for the hour. */
const shownBy = ({ status, text, headers }: Answer): string =>
  `${status} ${JSON.stringify([...headers].filter(([name]) => name !== 'date'))} ${text}`;

/** Who comes first changes each round, so that nobody always follows the same. */
const shifted = <T>(list: readonly T[], by: number): readonly T[] => {
  const at = (by * 7) % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
};
