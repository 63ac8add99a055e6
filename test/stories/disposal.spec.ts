import { Trail } from '../../src/audit/trail';
import { addDays } from '../../src/platform/thai/dates';
import { LimitWatch } from '../../src/proceedings/limit-watch';
import { openKey } from '../../src/platform/crypto/sealing';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import { Clearing } from '../../src/records/clearing';
import { grantContext } from '../../src/vault/binding';
import { readerKey } from '../../src/vault/units';
import { UnitKeys } from '../../src/vault/unit-keys';
import { Compartment, KeyGrant } from '../../src/vault/vault.entities';
import { Canaries } from '../attacks/canaries';
import type { Lived } from '../attacks/life';
import { Life } from '../attacks/life';
import type { People } from '../attacks/people';
import { hireAll, taken } from '../attacks/people';
import { stolenFrom } from '../attacks/thief';
import type { Answer, Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';

const ELEVEN_YEARS = 4_018;

/** A case lives through every door, lies for its time, and is destroyed by two persons. */
eachHouse((home, open) => {
  const canaries = new Canaries();
  let house: House;
  let people: People;
  let second: Asker;
  let lived: Lived;
  let since = 0;

  const get = <T>(type: abstract new (...all: never[]) => T): T => house.server.app.get<T>(type);
  const em = () => get(Database).reader;
  /** The case with everything, and the one merged into it that brought a file. */
  const main = (): string => lived.numbers[0] ?? '';
  const merged = (): string => lived.numbers[1] ?? '';
  const family = async (): Promise<readonly string[]> =>
    (await sql<{ id: string }>(em(), 'SELECT id FROM case_file WHERE number IN ($1, $2)', [main(), merged()])).map(
      ({ id }) => id,
    );
  const grantsOf = async (ids: readonly string[]): Promise<readonly (readonly [Compartment, KeyGrant])[]> => {
    const compartments = (await em().find(Compartment)).filter(({ caseId }) => ids.includes(caseId));
    const grants = await em().find(KeyGrant);
    return compartments.flatMap((one) =>
      grants.filter(({ compartmentId }) => compartmentId === one.id).map((grant) => [one, grant] as const),
    );
  };
  /** How many of these the units' keys open: in trial mode the server has every one of them. */
  const openedBy = async (grants: readonly (readonly [Compartment, KeyGrant])[]): Promise<number> => {
    const keys = await get(UnitKeys).ofServer('NWT');
    return grants.filter(([compartment, { reader, readerEpoch, part, sealed }]) => {
      const pair = keys.get(readerKey(reader, readerEpoch));
      return pair && openKey(pair, grantContext(compartment, reader, part), Buffer.from(sealed, 'base64'));
    }).length;
  };
  const years = ['2568', '2569', '2570', '2571'];
  const figures = async (): Promise<readonly string[]> => {
    const all: Answer[] = [];
    for (const year of years) {
      for (const path of [`statistics?fiscalYear=${year}`, `indicators?fiscalYear=${year}`]) {
        all.push(await people.executive.get(`/api/v1/${path}`));
      }
      all.push(await people.executive.get(`/api/v1/statistics.csv?fiscalYear=${year}`));
    }
    return all.map(({ status, text }) => `${status} ${text}`);
  };
  const ask = (who: Asker, path: string, body: object) => who.post(`/api/v1/cases/${main()}/${path}`, body);
  const status = (receipt: string) => house.anyone.post('/api/v1/status', { receipt });

  /** Another body took it up, late and extended: told, and ended. */
  const prosecuted = async (today: string): Promise<void> => {
    const letter = { letterNo: 'ปช 0017/1', letterDate: addDays(today, -20) };
    const told = async (method: string, path: string, body: object) =>
      taken<{ id: string }>(path, await people.desk_officer.ask(method, `/api/v1/proceedings${path}`, body));
    const opening = { body: 'NACC', reference: 'ปช 0017/1', openedOn: addDays(today, -90), caseNumber: main() };
    const { id } = await told('POST', '', { ...opening, dueOn: addDays(today, -30) });
    await told('POST', `/${id}/limits/1/extensions`, { ...letter, until: addDays(today, -10) });
    await get(LimitWatch).run();
    await told('PATCH', `/${id}`, { endedOn: today });
    expect(await legalRows()).toEqual([1, 1, 2]);
  };
  const legalRows = async (): Promise<readonly number[]> => {
    const tables = ['legal_limit', 'limit_extension', 'limit_rung'];
    const counts = tables.map((table) => sql<{ n: string | number }>(em(), `SELECT COUNT(*) AS n FROM ${table}`));
    return (await Promise.all(counts)).map(([row]) => Number(row?.n));
  };

  beforeAll(async () => {
    since = Date.now();
    house = await open({ RATE_LIMITS: 'off' });
    people = await hireAll(house);
    second = await house.officer('second_head', ['desk_head']);
    lived = await new Life(house, people, canaries.plant).live();
    for (const kind of ['reopening', 'overturning']) {
      taken(kind, await ask(second, 'approval', { decision: 'refuse', kind }));
    }
    const today = house.clock.date().toISOString().slice(0, 10);
    await prosecuted(today);
    house.clock.set(`${addDays(today, ELEVEN_YEARS)}T03:00:00.000Z`);
  }, 300_000);
  afterAll(() => house?.close());

  it('destroys what the case held and nothing that is counted', async () => {
    const [receipt = ''] = lived.secrets;
    expect((await status(receipt)).status).toBe(200);
    const ids = await family();
    const grants = await grantsOf(ids);
    expect(await openedBy(grants)).toBeGreaterThan(10);
    const held = [
      ...grants.map(([, { sealed }]) => sealed).filter((sealed) => sealed.length > 20),
      ...(await sql<{ wrapped: string; case_id: string }>(em(), 'SELECT case_id, wrapped FROM reporter_key'))
        .filter(({ case_id: id }) => ids.includes(id))
        .map(({ wrapped }) => wrapped),
    ];
    const files = await sql<{ id: string }>(
      em(),
      `SELECT f.id FROM sealed_file f JOIN compartment c ON c.id = f.compartment_id WHERE c.case_id IN ($1, $2)`,
      [ids[0] ?? '', ids[1] ?? ''],
    );
    expect(files.length).toBeGreaterThan(1);
    const counted = await figures();
    expect(counted.join()).not.toContain('500 ');

    const list = taken<{ cases: { number: string; class: string }[] }>('list', await second.get('/api/v1/records'));
    expect(list.cases).toContainEqual(expect.objectContaining({ number: main(), class: 'accusation' }));
    taken('proposal', await ask(people.desk_officer, 'disposal', { reason: canaries.plant('disposal') }));
    expect((await ask(people.desk_officer, 'approval', { decision: 'grant', kind: 'disposal' })).status).toBe(403);
    taken('grant', await ask(second, 'approval', { decision: 'grant', kind: 'disposal' }));

    expect(await grantsOf(ids)).toEqual([]);
    expect(await legalRows()).toEqual([0, 0, 0]);
    expect(await figures()).toEqual(counted);
    await get(Clearing).run();
    const left = (await stolenFrom(house, since)).toString('latin1');
    expect(held.filter((sealed) => left.includes(sealed))).toEqual([]);
    expect(files.filter(({ id }) => left.includes(id))).toEqual([]);
    expect(await get(Trail).verify('NWT')).toBeNull();
    if (home === 'SQLite') expect(left.length).toBeGreaterThan(100_000);
  }, 120_000);

  it('says in the case’s place under which rule it went, to whoever could see it', async () => {
    for (const who of [people.desk_head, people.agency_contact]) await who.signIn();
    for (const number of [main(), merged()]) {
      const page = await people.desk_head.get(`/cases/${number}`);
      expect([page.status, page.text]).toEqual([410, expect.stringContaining('เก็บ ๑๐ ปีหลังยุติเรื่อง')]);
      expect((await people.desk_head.get(`/api/v1/cases/${number}`)).body).toMatchObject({ error: 'CaseDisposed' });
      for (const path of ['evidence', 'conflicts', 'records', 'deadlines', 'rulings', 'identity']) {
        expect([path, (await people.desk_head.get(`/cases/${number}/${path}`)).status]).toEqual([path, 404]);
      }
      const unknown = await people.agency_contact.get('/cases/NWT-2569-0000000');
      const own = await people.agency_contact.get(`/cases/${number}`);
      expect([own.status, own.text]).toEqual([404, unknown.text.replaceAll('NWT-2569-0000000', number)]);
      const found = await people.desk_head.get(`/api/v1/cases?q=${number}`);
      expect([found.status, found.text]).toEqual([200, expect.not.stringContaining(number)]);
    }
    const register = await people.desk_head.get('/records/disposals');
    expect([register.status, register.text]).toEqual([200, expect.stringContaining(main())]);
    expect(register.text).toContain('desk_officer');
  });

  it('answers the receipt as one that never was', async () => {
    const unknown = await status('12345678901234567890');
    for (const receipt of lived.secrets.slice(0, 2)) {
      const { status: code, text } = await status(receipt);
      expect([code, text]).toEqual([unknown.status, unknown.text]);
    }
    expect(unknown.status).toBe(404);
  });
});
