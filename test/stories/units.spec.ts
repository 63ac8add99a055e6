import { existsSync, readFileSync, statSync } from 'node:fs';
import { bringSecretBack } from '../../src/cli/server-secret';
import { Settings } from '../../src/platform/config/settings';
import { ServerSecret } from '../../src/platform/crypto/server-secret';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { joinShares, readServerShare } from '../../src/vault/recovery-sheet.rules';
import { Regrants } from '../../src/vault/regrants';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

interface Sheets {
  readonly server: readonly [string, string] | null;
  readonly epoch: number;
  readonly first: string;
  readonly second: string;
}
interface Card {
  readonly unit: string;
  readonly state: string;
  readonly code: string | null;
  readonly members: readonly { readonly username: string }[];
  readonly owed: number;
}

const ALLEGATION = 'เรื่องที่มีเพียงหน่วยเท่านั้นที่อ่านได้';

eachHouse((_home, open) => {
  let house: House;
  const rows = <T extends object = Record<string, unknown>>(text: string, values: readonly (string | number)[] = []) =>
    house.server.app.get(Database).write((em) => sql<T>(em, text, [...values]));
  const cards = async (asker: Asker): Promise<readonly Card[]> =>
    (await asker.get<{ units: Card[] }>('/api/v1/units')).body.units;
  const card = async (asker: Asker, unit: string): Promise<Card> => {
    const found = (await cards(asker)).find((one) => one.unit === unit);
    if (!found) throw new Error(`no ${unit}`);
    return found;
  };
  const bear = (asker: Asker, unit: string) => asker.post<Sheets>(`/api/v1/units/${unit}/key`, {});
  const admit = async (member: Asker, newcomer: Asker, unit: string, username: string) => {
    const { code } = await card(newcomer, unit);
    return member.post(`/api/v1/units/${unit}/members`, { username, code });
  };
  const file = async (): Promise<string> => {
    const { body, status } = await house.anyone.post<{ number: string }>('/api/v1/complaints', {
      allegation: ALLEGATION,
    });
    expect(status).toBe(201);
    return body.number;
  };
  const reads = async (asker: Asker, number: string): Promise<boolean> => {
    const { status, text } = await asker.get(`/api/v1/cases/${number}`);
    return status === 200 && text.includes(ALLEGATION);
  };
  afterEach(() => house.close());

  describe('in trial mode', () => {
    it('hands what the server held to the members, and destroys it', async () => {
      house = await open();
      const malee = await house.officer('malee', ['desk_officer']);
      const manop = await house.officer('manop', ['desk_officer']);
      const number = await file();
      expect((await card(malee, 'desk')).state).toBe('trial');
      expect(await reads(manop, number)).toBe(true);

      const born = await bear(malee, 'desk');
      expect(born.status).toBe(201);
      await house.server.app.get(Regrants).retireTrialKeys('NWT');
      const kept = await rows(`SELECT unit FROM unit_key WHERE unit = 'desk' AND trial_private IS NOT NULL`);
      expect(kept).toEqual([]);
      expect(await reads(malee, number)).toBe(true);
      expect(await reads(manop, number)).toBe(false);

      const later = await file();
      expect(await reads(malee, later)).toBe(true);
      expect(await reads(manop, later)).toBe(false);
      expect((await bear(manop, 'desk')).status).toBe(409);
    });

    it('admits by the spoken code alone', async () => {
      house = await open();
      const malee = await house.officer('malee', ['desk_officer']);
      const manop = await house.officer('manop', ['desk_officer']);
      await house.officer('auditor', ['auditor']);
      const number = await file();
      await bear(malee, 'desk');
      const wrong = { username: 'manop', code: '000000000000000000' };
      const refused = await malee.post<{ fields: { field: string }[] }>('/api/v1/units/desk/members', wrong);
      expect([refused.status, refused.body.fields[0]?.field]).toEqual([400, 'code']);
      expect((await manop.post('/api/v1/units/desk/members', wrong)).status).toBe(403);
      expect((await admit(malee, manop, 'desk', 'auditor')).status).toBe(409);
      expect((await admit(malee, manop, 'desk', 'manop')).status).toBe(204);
      await house.server.app.get(Regrants).retireTrialKeys('NWT');
      expect(await reads(manop, number)).toBe(true);
      expect((await card(manop, 'desk')).members.map(({ username }) => username).sort()).toEqual(['malee', 'manop']);
    });
  });

  describe('a unit of its own', () => {
    it('opens nothing to a passphrase that the administrator reissued', async () => {
      house = await open();
      const malee = await house.officer('malee', ['desk_officer']);
      const admin = await house.officer('admin', ['administrator']);
      await bear(malee, 'desk');
      const number = await file();
      const path = '/api/v1/officers/malee';
      const { body } = await admin.ask<{ passphrase: string }>('PATCH', path, { passphrase: 'issue' });
      const thief = await house.signIn('malee', body.passphrase);
      expect((await card(thief, 'desk')).state).toBe('waiting');
      expect(await reads(thief, number)).toBe(false);
    });

    it('comes back with both recovery sheets, and with neither alone', async () => {
      house = await open();
      const malee = await house.officer('malee', ['desk_officer']);
      const { first, second } = (await bear(malee, 'desk')).body;
      const number = await file();
      const heir = await house.officer('heir', ['desk_head']);
      expect(await reads(heir, number)).toBe(false);
      const recover = (one: string, other: string) =>
        heir.post<Sheets>('/api/v1/units/desk/recovery', { first: one, second: other });
      expect((await recover(first, first)).status).toBe(400);
      expect(
        (
          await recover(
            first,
            second.replace(/^./, (c) => (c === '7' ? '8' : '7')),
          )
        ).status,
      ).toBe(400);
      const back = await recover(second.toLowerCase(), first.replaceAll('-', ' '));
      expect(back.status).toBe(201);
      expect(await reads(heir, number)).toBe(true);
      expect(await reads(malee, number)).toBe(true);
      expect((await recover(first, second)).status).toBe(201);
      expect([first, second]).not.toContain(back.body.first);
    });

    /** The file is lost on this machine: only both halves of one set make it anew. */
    async function bringsSecretBack(one: readonly [string, string], other: readonly [string, string]): Promise<void> {
      const serverSecretFile = `${house.settings.serverSecretFile}.anew`;
      const settings = new Settings({ ...house.settings, serverSecretFile });
      const bring = (...lines: readonly string[]) => bringSecretBack(settings, () => Promise.resolve(lines.join('\n')));
      await expect(bring(one[0])).rejects.toThrow(/begin with S are needed/);
      await expect(bring(one[0], other[1])).rejects.toThrow(/not give the secret/);
      expect(existsSync(serverSecretFile)).toBe(false);
      expect(await bring(other[1], other[0])).toContain('is back');
      expect(readFileSync(serverSecretFile, 'utf8')).toBe(readFileSync(house.settings.serverSecretFile, 'utf8'));
      expect(statSync(serverSecretFile).mode & 0o777).toBe(0o600);
      await expect(bring(...one)).rejects.toThrow(/already/);
    }

    it('carries the server secret in two halves on the sheets of a core unit’s birth, and on no other', async () => {
      house = await open();
      const malee = await house.officer('malee', ['desk_officer']);
      const born = (await bear(malee, 'desk')).body;
      const keeper = await house.officer('keeper', ['custodian']);
      const other = (await bear(keeper, 'custodian')).body;
      const secret = house.server.app.get(ServerSecret).forSheets();
      const joined = (one = '', other = ''): Buffer =>
        joinShares(readServerShare(one) ?? Buffer.alloc(0), readServerShare(other) ?? Buffer.alloc(0));
      for (const { server } of [born, other]) expect(joined(...(server ?? [])).equals(secret)).toBe(true);
      expect(joined(born.server?.[0], other.server?.[1]).equals(secret)).toBe(false);
      await bringsSecretBack(born.server ?? ['', ''], other.server ?? ['', '']);
      const land = await house.officer('land', ['agency_contact'], 'NWT-LAND');
      const both = await house.officer('both', ['executive', 'administrator']);
      expect((await bear(land, 'agency:NWT-LAND')).body.server).toBeNull();
      expect((await bear(both, 'executive')).body.server).toBeNull();
      const page = await malee.form('/units/desk/rotation', {});
      expect([page.status, page.headers.get('cache-control')]).toEqual([201, 'no-store']);
      expect(page.text).not.toMatch(/>S-[0-9A-Z*~$=-]{60,}</);
      expect((await malee.post<Sheets>('/api/v1/units/desk/rotation', {})).body.server).toBeNull();
    });
    it('is told what it is owed once it is born', async () => {
      house = await open({ NODE_ENV: 'production' });
      const people = ['malee', 'manop'] as const;
      const [malee] = await openIntake(people);
      const number = await file();
      const verifier = await house.officer('verifier', ['investigator']);
      expect((await card(verifier, 'investigation')).state).toBe('unborn');
      await bear(verifier, 'investigation');
      expect((await card(verifier, 'investigation')).owed).toBeGreaterThan(0);
      await malee.get('/units');
      expect((await card(verifier, 'investigation')).owed).toBe(0);
      expect(await reads(malee, number)).toBe(true);
    });
  });

  describe('in production', () => {
    it('takes no report before desk, alternative and custodian have two members each', async () => {
      house = await open({ NODE_ENV: 'production' });
      const refused = await house.anyone.post('/api/v1/complaints', { allegation: ALLEGATION });
      expect(refused.status).toBe(503);
      const form = await house.anyone.get('/complaints/new');
      expect([form.status, form.text.includes('name="allegation"')]).toEqual([200, false]);
      expect(await rows('SELECT id FROM case_file')).toEqual([]);
      const [malee, manop] = await openIntake(['malee', 'manop']);
      const number = await file();
      expect([await reads(malee, number), await reads(manop, number)]).toEqual([true, true]);
      expect(await rows('SELECT id FROM unit_key WHERE trial_private IS NOT NULL')).toEqual([]);
      expect((await house.anyone.get('/complaints/new')).text).toContain('name="allegation"');
    });
  });

  /** The ceremony, unit by unit: the first makes the key, the second reads out his code. */
  async function openIntake(desk: readonly [string, string]): Promise<[Asker, Asker]> {
    const pair = async (unit: string, names: readonly [string, string], role: 'desk_officer' | 'custodian') => {
      const [one, other] = [await house.officer(names[0], [role]), await house.officer(names[1], [role])];
      if (unit === 'alternative') {
        await rows(`UPDATE officer SET desk_unit = 'alternative' WHERE username IN ($1, $2)`, [...names]);
      }
      expect((await bear(one, unit)).status).toBe(201);
      expect((await admit(one, other, unit, names[1])).status).toBe(204);
      return [one, other] as [Asker, Asker];
    };
    await pair('alternative', ['alt1', 'alt2'], 'desk_officer');
    await pair('custodian', ['keeper1', 'keeper2'], 'custodian');
    return pair('desk', desk, 'desk_officer');
  }
});
