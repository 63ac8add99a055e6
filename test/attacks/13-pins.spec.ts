import { Officer } from '../../src/access/officer.entity';
import { newKeyPair, sealKeyTo } from '../../src/platform/crypto/sealing';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { memberContext, unitOwner } from '../../src/vault/binding';
import { Directory } from '../../src/vault/directory';
import { UnitKey, UnitMember } from '../../src/vault/unit.entities';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { hireWithUnits } from './ceremony';
import type { People } from './people';

interface Card {
  readonly unit: string;
  readonly state: string;
  readonly fingerprint: string;
  readonly pin: { readonly fingerprint: string; readonly isNew: boolean } | null;
}

const SAID = 'เรื่องที่มีเพียงหน่วยเท่านั้นที่อ่านได้';

/**
 * Attack 13 (KEYS K4): database and server secret are in the thief's hand. He puts a pair of his own in the desk's
 * place, with a valid MAC, and seals it to every member, so that all of it opens as before. Only the members' keyrings know.
 */
eachHouse((_home, open) => {
  let house: House;
  let people: People;
  let number: string;
  let rows: readonly UnitKey[];
  let members: readonly UnitMember[];
  const database = (): Database => house.server.app.get(Database);
  const count = async (from: string): Promise<number> =>
    Number((await sql<{ n: number }>(database().reader, `SELECT COUNT(*) AS n FROM ${from}`))[0]?.n);
  const alarms = (act = 'pin.broken') => count(`audit_row WHERE act = '${act}'`);
  const file = () => house.anyone.post<{ number: string }>('/api/v1/complaints', { allegation: SAID });
  const read = async (asker: Asker, of = number) => {
    const { status, text } = await asker.get(`/api/v1/cases/${of}`);
    return { status, reads: text.includes(SAID) };
  };
  const card = async (asker: Asker): Promise<Card | undefined> =>
    (await asker.get<{ units: Card[] }>('/api/v1/units')).body.units.find(({ unit }) => unit === 'desk');
  const signIn = (username: string) => house.signIn(username, `${username}: a passphrase for the test`);

  beforeAll(async () => {
    house = await open({ RATE_LIMITS: 'off' });
    people = await hireWithUnits(house);
    number = (await file()).body.number;
    expect(await read(people.desk_officer)).toEqual({ status: 200, reads: true });
    expect(await read(people.desk_head)).toEqual({ status: 200, reads: true });
    rows = await database().reader.findBy(UnitKey, { unit: 'desk' });
    members = await database().reader.findBy(UnitMember, { unit: 'desk' });
  }, 120_000);
  afterAll(() => house?.close());

  async function swap(): Promise<void> {
    const { publicKey, privateKey } = newKeyPair();
    const newest = Math.max(...rows.map(({ epoch }) => epoch));
    await database().write(async (em) => {
      const mac = house.server.app.get(Directory).macOf(unitOwner('NWT', 'desk'), newest, publicKey);
      await em.update(UnitKey, { unit: 'desk', epoch: newest }, { publicKey: publicKey.toString('base64'), mac });
      for (const member of members.filter(({ epoch }) => epoch === newest)) {
        const officer = await em.findOneByOrFail(Officer, { id: member.officerId });
        const sealed = sealKeyTo(Buffer.from(officer.publicKey, 'hex'), memberContext(member), privateKey);
        await em.update(UnitMember, { id: member.id }, { sealed: sealed.toString('base64') });
      }
    });
  }
  async function repair(): Promise<void> {
    await database().write(async (em) => {
      for (const { id, publicKey, mac } of rows) await em.update(UnitKey, { id }, { publicKey, mac });
      for (const { id, sealed } of members) await em.update(UnitMember, { id }, { sealed });
    });
  }

  it('is known to every member’s keyring, from birth and from admission on, and shown with its fingerprint', async () => {
    for (const member of [people.desk_officer, people.desk_head]) {
      const shown = await card(member);
      expect(shown).toMatchObject({ state: 'member', pin: { fingerprint: shown?.fingerprint, isNew: true } });
    }
    expect((await people.desk_officer.get('/units?lang=en')).text).toContain('This key is new to you');
    house.clock.set(new Date(house.clock.date().getTime() + 10 * 60_000).toISOString());
  });

  it('is refused in a session that goes on, alarmed, and sealed to by nobody from then on', async () => {
    await swap();
    expect((await file()).status).toBe(201);
    expect(await alarms()).toBe(0);
    const refused = await people.desk_officer.get<{ error: string; message: string }>(`/api/v1/cases/${number}`);
    expect([refused.status, refused.body.error]).toEqual([409, 'UnitKeyChanged']);
    expect(refused.text).not.toContain(SAID);
    expect(await alarms()).toBe(1);
    const [cases, broken] = [await count('case_file'), await alarms('seal.broken')];
    expect((await file()).status).toBe(500);
    expect([await count('case_file'), await alarms('seal.broken')]).toEqual([cases, broken + 1]);
    const admission = { username: 'other', code: '1'.repeat(18) };
    expect((await people.desk_head.post('/api/v1/units/desk/members', admission)).status).toBe(409);
    expect((await people.desk_head.post('/api/v1/units/desk/rotation', {})).status).toBe(409);
    await repair();
    expect((await file()).status).toBe(201);
    expect(await read(people.desk_officer)).toEqual({ status: 200, reads: true });
  });

  it('is found at the next sign-in, before anything is read, and the page says what to do', async () => {
    await swap();
    const before = await alarms();
    const head = await signIn('desk_head');
    expect(await alarms()).toBe(before + 1);
    expect((await file()).status).toBe(500);
    const shown = await card(head);
    expect(shown?.state).toBe('swapped');
    expect(shown?.pin?.fingerprint).not.toBe(shown?.fingerprint);
    const page = await head.get('/units?lang=en');
    expect([page.status, page.text.includes('recovery sheets in the safes')]).toEqual([200, true]);
    expect(page.text).toContain(shown?.pin?.fingerprint);
    await repair();
    expect(await read(head)).toEqual({ status: 200, reads: true });
    expect((await card(head))?.state).toBe('member');
  });

  it('knows a new epoch once its session has made or opened it', async () => {
    expect((await people.desk_officer.post('/api/v1/units/desk/rotation', {})).status).toBe(201);
    const made = await card(people.desk_officer);
    expect(made).toMatchObject({ state: 'member', pin: { fingerprint: made?.fingerprint } });
    expect((await card(people.desk_head))?.pin).toBeNull();
    expect(await read(people.desk_head)).toEqual({ status: 200, reads: true });
    expect((await card(people.desk_head))?.pin?.fingerprint).toBe(made?.fingerprint);
  });
});
