import { AuditUnprotected, TriggerWatch } from '../../src/audit/triggers';
import { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';
import type { House } from '../harness/app';
import { eachHouse } from '../harness/app';
import { TriggerAtHand } from '../harness/triggers';

/** Attack 4: somebody at the database drops a trigger of the trail, or leaves one of the same name that refuses nothing. */
eachHouse((home, open) => {
  let house: House;
  let database: Database;
  let trigger: TriggerAtHand;
  const count = async (from: string): Promise<number> =>
    Number((await sql<{ n: number }>(database.reader, `SELECT COUNT(*) AS n FROM ${from}`))[0]?.n);
  const alarms = () => count(`audit_row WHERE act = 'trigger.broken' AND subject_kind = 'alarm'`);
  const file = async () => (await house.anyone.post('/api/v1/complaints', { allegation: 'ก' })).status;

  /** Writes look once a second: what is the answer once one has seen it. */
  const refusal = async (): Promise<number> => {
    for (;;) {
      const status = await file();
      if (status !== 201) return status;
    }
  };

  beforeAll(async () => {
    house = await open({ RATE_LIMITS: 'off' });
    database = house.server.app.get(Database);
    trigger = new TriggerAtHand(database, 'audit_row_no_update', 'audit_row');
  });
  afterAll(() => house?.close());

  /** Nothing is written, the alarm is, no start succeeds; and all of it ends with the repair. */
  async function refusedUntilRepaired(): Promise<void> {
    expect(await refusal()).toBe(503);
    const [cases, before] = [await count('case_file'), await alarms()];
    expect(await file()).toBe(503);
    expect([await count('case_file'), await alarms()]).toEqual([cases, before + 1]);
    await expect(house.server.app.get(TriggerWatch).onModuleInit()).rejects.toThrow(AuditUnprotected);
    expect(await alarms()).toBe(before + 2);
    await trigger.back();
    await expect(house.server.app.get(TriggerWatch).onModuleInit()).resolves.toBeUndefined();
    expect(await file()).toBe(201);
  }

  it('writes nothing more once a trigger is dropped', async () => {
    await trigger.away();
    await refusedUntilRepaired();
  });

  it('is not deceived by an empty one of the same name', async () => {
    await trigger.emptied();
    await expect(database.write((em) => sql(em, `UPDATE audit_row SET act = 'x' WHERE no = 0`))).resolves.toEqual([]);
    await expect(house.server.app.get(TriggerWatch).onModuleInit()).rejects.toThrow(/audit_row_no_update was changed/);
    await refusedUntilRepaired();
  });

  it('names one that swallows rows', async () => {
    const table = 'audit_row';
    const [made, gone] =
      home === 'SQLite'
        ? ['BEFORE INSERT ON audit_row WHEN 0 BEGIN SELECT RAISE(IGNORE); END', '']
        : ['BEFORE INSERT ON audit_row FOR EACH ROW EXECUTE FUNCTION nothing()', ` ON ${table}`];
    await trigger.run(`CREATE TRIGGER swallow ${made}`);
    await expect(house.server.app.get(TriggerWatch).onModuleInit()).rejects.toThrow(/swallow is not ours/);
    await trigger.run(`DROP TRIGGER swallow${gone}`);
  });

  if (home === 'PostgreSQL') {
    it('finds the body of the function emptied, and a trigger that is switched off', async () => {
      const body = (said: string): Promise<void> =>
        trigger.run(
          `CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${said} END $$`,
        );
      await body('RETURN NEW;');
      expect(await refusal()).toBe(503);
      await body(`RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;`);
      expect(await file()).toBe(201);
      for (const off of ['DISABLE', 'ENABLE REPLICA']) {
        await trigger.run(`ALTER TABLE audit_row ${off} TRIGGER audit_row_no_update`);
        expect(await refusal()).toBe(503);
        await trigger.run('ALTER TABLE audit_row ENABLE TRIGGER audit_row_no_update');
      }
      expect(await file()).toBe(201);
    });
  }
});
