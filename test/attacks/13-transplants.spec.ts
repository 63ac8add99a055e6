import { photograph } from '../../src/evidence/testing/fixtures';
import { Database } from '../../src/platform/database/database';
import type { SqlValue } from '../../src/platform/database/sql';
import { sql } from '../../src/platform/database/sql';
import type { Asker, House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { enclose } from '../harness/enclosed';
import { IdentityRequests } from './identity-requests';
import { taken } from './people';

/** Stands nowhere but in what was told. */
const SAID = 'ถ้อยคำร้องเฉพาะตัว';

interface Filed {
  readonly number: string;
  readonly id: string;
}
interface Sealed {
  readonly id: string;
  readonly item_key: string;
  readonly envelope: string;
}

/** Attack 13: somebody at the database swaps keys and moves sealed rows; every seal knows where it belongs. */
eachHouse((_home, open) => {
  let house: House;
  const rows = <Row extends object>(text: string, values: readonly SqlValue[] = []) =>
    house.server.app.get(Database).write((em) => sql<Row>(em, text, values));
  const one = async <Row extends object>(text: string, values: readonly SqlValue[] = []): Promise<Row> => {
    const [row] = await rows<Row>(text, values);
    if (!row) throw new Error('no such row');
    return row;
  };
  const at = ({ number }: Filed, door = ''): string => `/api/v1/cases/${number}${door && `/${door}`}`;
  const alarms = async (): Promise<number> => (await rows(`SELECT no FROM audit_row WHERE act = 'seal.broken'`)).length;
  /** Changes rows behind the house's back, looks, and puts them back. */
  const tampered = async <T>(change: () => Promise<unknown>, mend: () => Promise<unknown>, look: () => Promise<T>) => {
    await change();
    return look().finally(() => mend());
  };
  const file = async (said: string): Promise<Filed> => {
    const filed = taken<{ number: string }>(
      'filing',
      await house.anyone.post('/api/v1/complaints', { allegation: said, type: 'general' }),
    );
    return { number: filed.number, ...(await one<{ id: string }>(CASE, [filed.number])) };
  };

  describe('a text', () => {
    let officer: Asker;
    let first: Filed;
    let second: Filed;

    beforeAll(async () => {
      house = await open();
      officer = await house.officer('officer', ['desk_officer']);
      first = await file(`${SAID}ที่0จบ`);
      second = await file(`${SAID}ที่1จบ`);
    });
    afterAll(() => house.close());

    const allegationOf = ({ number }: Filed) =>
      one<Sealed>(
        `SELECT i.id, i.item_key, i.envelope FROM sealed_item i JOIN case_file f ON f.allegation_item = i.id
         WHERE f.number = $1`,
        [number],
      );
    const comment = (text: string) => officer.post(at(first, 'comments'), { text });

    it('that was moved to another’s place is not opened, not even within its case', async () => {
      for (const text of ['ข้อสังเกตหนึ่ง', 'ข้อสังเกตสอง']) {
        taken('comment', await officer.post(at(second, 'comments'), { text }));
      }
      const items = await rows<Sealed>(
        `SELECT i.id, i.item_key, i.envelope FROM sealed_item i JOIN compartment c ON c.id = i.compartment_id
         WHERE i.field = 'comment' AND c.case_id = $1`,
        [second.id],
      );
      expect(items).toHaveLength(2);
      const put = (from: Sealed | undefined, to: Sealed | undefined) =>
        rows('UPDATE sealed_item SET item_key = $1, envelope = $2 WHERE id = $3', [
          from?.item_key ?? '',
          from?.envelope ?? '',
          to?.id ?? '',
        ]);
      const { text } = await tampered(
        () => put(items[0], items[1]),
        () => put(items[1], items[1]),
        () => officer.get(at(second)),
      );
      expect(text).not.toContain('ข้อสังเกต');
      expect((await officer.get(at(second))).text).toContain('ข้อสังเกตสอง');
    });

    it('of another case is not opened in this one', async () => {
      const [mine, theirs] = [await allegationOf(first), await allegationOf(second)];
      const put = ({ id }: Sealed) =>
        rows('UPDATE case_file SET allegation_item = $1 WHERE number = $2', [id, first.number]);
      const { text } = await tampered(
        () => put(theirs),
        () => put(mine),
        () => officer.get(at(first)),
      );
      expect(text).not.toContain(SAID);
      expect((await officer.get(at(first))).text).toContain(`${SAID}ที่0จบ`);
    });

    it('is sealed to no key that was swapped', async () => {
      const work = `case_id = $1 AND kind = 'work'`;
      const { key } = await one<{ key: string }>(`SELECT public_key AS key FROM compartment WHERE ${work}`, [first.id]);
      const put = (value: string) => rows(`UPDATE compartment SET public_key = $2 WHERE ${work}`, [first.id, value]);
      const { status } = await tampered(
        () => put(Buffer.alloc(32, 7).toString('base64')),
        () => put(key),
        () => comment('ก'),
      );
      expect([status, (await comment('ก')).status]).toEqual([500, 201]);
    });

    it('is sealed to no compartment that was given another’s name', async () => {
      const rename = (from: string, to: string) =>
        rows('UPDATE compartment SET kind = $1 WHERE case_id = $2 AND kind = $3', [to, first.id, from]);
      const swap = async (): Promise<void> => {
        await rename('work', 'swap');
        await rename('dialogue', 'work');
        await rename('swap', 'dialogue');
      };
      expect((await tampered(swap, swap, () => comment('ก'))).status).toBe(500);
    });

    it('with a broken seal leaves an alarm in the trail', async () => {
      const before = await alarms();
      const { id, envelope } = await allegationOf(first);
      const put = (value: string) => rows('UPDATE sealed_item SET envelope = $1 WHERE id = $2', [value, id]);
      await tampered(
        () => put(envelope.slice(0, -8) + 'AAAAAAA='),
        () => put(envelope),
        () => officer.get(at(first)),
      );
      expect(await alarms()).toBe(before + 1);
    });

    it('or file that was moved to another case, exhibit or compartment is not opened', async () => {
      const photo = { name: 'photo.jpg', bytes: await photograph() };
      const bring = async (to: Filed, many: number) =>
        taken('evidence', await enclose(officer, at(to, 'evidence'), {}, Array<typeof photo>(many).fill(photo)));
      await bring(first, 2);
      await bring(second, 1);
      const fileOf = async (of: Filed, no: number): Promise<string> =>
        (await one<{ id: string }>('SELECT clean_file AS id FROM exhibit WHERE case_id = $1 AND no = $2', [of.id, no]))
          .id;
      const copy = async (no: number): Promise<number> => (await officer.get(at(first, `evidence/${no}/copy`))).status;
      const [a, b, theirs] = [await fileOf(first, 1), await fileOf(first, 2), await fileOf(second, 1)];
      const place = 'UPDATE exhibit SET clean_file = $1 WHERE case_id = $2 AND no = 1';
      await rows(place, [theirs, first.id]);
      expect(await copy(1)).toBe(500);
      await rows(place, [a, first.id]);
      expect(await copy(1)).toBe(200);
      const swapped =
        'UPDATE sealed_file SET file_key = (SELECT s.file_key FROM sealed_file s WHERE s.id = $1) WHERE id = $2';
      await rows(swapped, [a, b]);
      expect(await copy(2)).toBe(500);
      const compartment = '(SELECT s.compartment_id FROM sealed_file s WHERE s.id = $1)';
      await rows(`UPDATE sealed_file SET compartment_id = ${compartment} WHERE id = $2`, [theirs, a]);
      expect(await copy(1)).toBe(500);
    });
  });

  describe('a person’s or a unit’s key', () => {
    let malee: Asker;

    beforeEach(async () => {
      house = await open();
      malee = await house.officer('malee', ['desk_officer']);
    });
    afterEach(() => house.close());

    const swapKeyOf = (username: string) =>
      rows(`UPDATE officer SET public_key = $1 WHERE username = $2`, ['ab'.repeat(32), username]);
    const bear = async () => taken('a unit is born', await malee.post('/api/v1/units/desk/key', {}));

    it('that was swapped is handed no half of an identity', async () => {
      const requests = new IdentityRequests(house, await house.officer('keeper', ['custodian']));
      const id = await requests.ask(malee, await requests.file());
      await swapKeyOf('malee');
      expect((await requests.decide(id, true)).status).toBe(500);
      expect(await rows(`SELECT id FROM key_grant WHERE reader = $1`, [`request:${id}`])).toEqual([]);
    });

    it('that was swapped makes nobody a member', async () => {
      const manop = await house.officer('manop', ['desk_officer']);
      await bear();
      const { body } = await manop.get<{ units: { unit: string; code: string }[] }>('/api/v1/units');
      const code = body.units.find(({ unit }) => unit === 'desk')?.code;
      await swapKeyOf('manop');
      const answer = await malee.post('/api/v1/units/desk/members', { username: 'manop', code });
      expect(answer.status).not.toBe(204);
      expect(
        await rows(`SELECT id FROM unit_member m WHERE m.officer_id IN
        (SELECT id FROM officer WHERE username = 'manop')`),
      ).toEqual([]);
    });

    it('of a unit that is not the one that was entered is refused and alarms, until it is put back', async () => {
      await bear();
      const filed = await file(SAID);
      const reads = async (): Promise<boolean> => (await malee.get(at(filed))).text.includes(SAID);
      const { key } = await one<{ key: string }>(`SELECT public_key AS key FROM unit_key WHERE unit = 'desk'`);
      const put = (value: string) => rows(`UPDATE unit_key SET public_key = $1 WHERE unit = 'desk'`, [value]);
      const seen = await tampered(
        () => put(Buffer.alloc(32, 7).toString('base64')),
        () => put(key),
        async () => [(await house.anyone.post('/api/v1/complaints', { allegation: SAID })).status, await reads()],
      );
      expect(seen).toEqual([500, false]);
      expect(await alarms()).toBeGreaterThan(0);
      expect(await reads()).toBe(true);
    });
  });
});

const CASE = 'SELECT id FROM case_file WHERE number = $1';
