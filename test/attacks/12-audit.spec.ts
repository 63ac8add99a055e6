import { randomBytes } from 'node:crypto';
import { Audit } from '../../src/audit/audit';
import { AUDIT_ENTITIES } from '../../src/audit/audit.entities';
import { AuditHead } from '../../src/audit/audit-head.entity';
import { AuditRow } from '../../src/audit/audit-row.entity';
import { BEFORE_ALL, macOf } from '../../src/audit/chain.rules';
import { Trail } from '../../src/audit/trail';
import { SetClock } from '../../src/platform/clock';
import { readServerSecret } from '../../src/platform/crypto/server-secret';
import { sql } from '../../src/platform/database/sql';
import type { OpenDatabase } from '../harness/databases';
import { eachDatabase } from '../harness/databases';

const ROWS = 9;
const COLUMNS = ['at', 'actor_kind', 'actor_id', 'act', 'subject_kind', 'subject_id', 'mac'] as const;

/** Attack 12: somebody at the database takes the triggers away and writes in the record; he has no server secret. */
eachDatabase((home, open) => {
  let opened: OpenDatabase;
  let trail: Trail;
  let whole: readonly AuditRow[];
  let head: AuditHead;
  const run = (text: string, values: readonly (string | number)[] = []) =>
    opened.database.write((em) => sql(em, text, [...values]));
  const verify = () => trail.verify('NWT');

  beforeAll(async () => {
    opened = await open(AUDIT_ENTITIES);
    const secret = readServerSecret(opened.settings);
    const audit = new Audit(opened.database, new SetClock(), secret, { code: 'NWT' });
    trail = new Trail(opened.database, secret);
    for (let no = 1; no <= ROWS; no++) {
      const subject = { subjectKind: 'case', subjectId: `case-${no}` } as const;
      await audit.record({ actor: { kind: 'officer', id: 'officer-1' }, act: `act.${no}`, ...subject, data: { no } });
    }
    for (const [trigger, table] of [
      ['audit_row_no_update', 'audit_row'],
      ['audit_row_no_delete', 'audit_row'],
      ['audit_head_forward_only', 'audit_head'],
      ['audit_head_no_delete', 'audit_head'],
    ]) {
      await run(`DROP TRIGGER IF EXISTS ${trigger}${home === 'PostgreSQL' ? ` ON ${table}` : ''}`);
    }
    whole = await opened.database.reader.find(AuditRow, { order: { no: 'ASC' } });
    head = await opened.database.reader.findOneByOrFail(AuditHead, { province: 'NWT' });
  });
  afterAll(() => opened?.close());

  /** As it was, whatever the attack did. */
  afterEach(async () => {
    await put(whole);
    await opened.database.write((em) => em.update(AuditHead, { province: 'NWT' }, { no: head.no, mac: head.mac }));
    expect(await verify()).toBeNull();
  });
  const put = (rows: readonly AuditRow[]) =>
    opened.database.write(async (em) => {
      await em.deleteAll(AuditRow);
      for (const row of rows) await em.insert(AuditRow, { ...row });
    });

  it('finds each row changed in each column', async () => {
    for (const { no } of whole) {
      for (const column of COLUMNS) {
        const [row] = (await run(`SELECT ${column} AS value FROM audit_row WHERE no = $1`, [no])) as {
          value: string;
        }[];
        await run(`UPDATE audit_row SET ${column} = $1 WHERE no = $2`, [`${row?.value ?? ''}`.replace(/.$/, 'z'), no]);
        expect([column, no, await verify()]).toEqual([column, no, no]);
        await run(`UPDATE audit_row SET ${column} = $1 WHERE no = $2`, [row?.value ?? '', no]);
      }
      await run(`UPDATE audit_row SET data = '{"no":0}' WHERE no = $1`, [no]);
      expect(['data', no, await verify()]).toEqual(['data', no, no]);
      await run('UPDATE audit_row SET data = $1 WHERE no = $2', [`{"no":${no}}`, no]);
    }
  });

  it('finds each row deleted, and each two that follow each other swapped', async () => {
    for (const { no } of whole) {
      await put(whole.filter((row) => row.no !== no));
      expect([no, await verify()]).toEqual([no, no]);
    }
    for (const { no } of whole.slice(1)) {
      const swapped = whole.map((row) =>
        row.no === no ? { ...row, no: no - 1 } : row.no === no - 1 ? { ...row, no } : row,
      );
      await put(swapped.map((row) => Object.assign(new AuditRow(), row)));
      expect([no, await verify()]).toEqual([no, no - 1]);
    }
  });

  it('finds a row inserted in the middle, and one added at the end', async () => {
    for (const no of [1, 5, ROWS + 1]) {
      const stranger = { ...(whole[0] as AuditRow), no, act: 'act.never', mac: randomBytes(32).toString('hex') };
      const later = whole.filter((row) => row.no >= no).map((row) => ({ ...row, no: row.no + 1 }));
      await put([...whole.filter((row) => row.no < no), stranger, ...later]);
      expect([no, await verify()]).toEqual([no, no]);
    }
  });

  it('finds a cut tail; one cut together with its head by a head noted elsewhere', async () => {
    const noted = await trail.head('NWT');
    for (let left = 1; left < ROWS; left++) {
      const rows = whole.slice(0, left);
      await put(rows);
      expect([left, await verify()]).toEqual([left, left + 1]);
      await run('UPDATE audit_head SET no = $1, mac = $2', [left, rows.at(-1)?.mac ?? '']);
      expect([left, await trail.verify('NWT', noted)]).toEqual([left, left + 1]);
      await run('UPDATE audit_head SET no = $1, mac = $2', [head.no, head.mac]);
    }
  });

  it('finds a chain that was computed anew without the server secret, head and all', async () => {
    const guess = randomBytes(32);
    let mac = BEFORE_ALL;
    const forged = whole.map((row) => {
      const changed = row.no === 4 ? { ...row, act: 'act.other' } : row;
      mac = macOf(guess, mac, changed);
      return { ...changed, mac };
    });
    await put(forged);
    await run('UPDATE audit_head SET no = $1, mac = $2', [ROWS, mac]);
    expect(await verify()).toBe(1);
  });
});
