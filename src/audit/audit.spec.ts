import { eachDatabase } from '../../test/harness/databases';
import type { OpenDatabase } from '../../test/harness/databases';
import { SetClock } from '../platform/clock';
import { readServerSecret } from '../platform/crypto/server-secret';
import { sql } from '../platform/database/sql';
import { Audit } from './audit';
import { AUDIT_ENTITIES } from './audit.entities';
import { AuditRow } from './audit-row.entity';
import type { AuditEntry } from './entry';
import { SYSTEM, WordsInAudit } from './entry';
import { Trail } from './trail';
import { AuditTriggers, AuditUnprotected } from './triggers';

const entry = (act: string, data: AuditEntry['data'] = {}): AuditEntry => ({
  actor: { kind: 'officer', id: 'officer-1' },
  act,
  subjectKind: 'case',
  subjectId: 'case-1',
  data,
});

eachDatabase((home, open) => {
  let opened: OpenDatabase;
  let audit: Audit;
  let trail: Trail;
  const clock = new SetClock();

  beforeEach(async () => {
    opened = await open(AUDIT_ENTITIES);
    const secret = readServerSecret(opened.settings);
    audit = new Audit(opened.database, clock, secret, { code: 'NWT' });
    trail = new Trail(opened.database, secret);
  });
  afterEach(() => opened.close());

  const rows = (): Promise<AuditRow[]> => opened.database.reader.find(AuditRow, { order: { no: 'ASC' } });

  it('writes a row of its own outside a unit of work', async () => {
    clock.set('2026-11-20T03:00:00.000Z');
    await audit.record(entry('case.sort', { step: 2, urgent: true, types: ['general'] }));
    expect(await rows()).toEqual([
      expect.objectContaining({
        province: 'NWT',
        no: 1,
        at: '2026-11-20T03:00:00.000Z',
        actorKind: 'officer',
        actorId: 'officer-1',
        act: 'case.sort',
        subjectId: 'case-1',
        data: { step: 2, urgent: true, types: ['general'] },
      }),
    ]);
  });

  it('takes no number for what was rolled back', async () => {
    await audit.record(entry('first'));
    const failing = opened.database.write(async () => {
      await audit.record(entry('never'));
      throw new Error('the paper cannot be written');
    });
    await expect(failing).rejects.toThrow('the paper cannot be written');
    await audit.record(entry('second'));
    expect((await rows()).map(({ no, act }) => [no, act])).toEqual([
      [1, 'first'],
      [2, 'second'],
    ]);
  });

  it('writes every row of one unit of work, in order', async () => {
    await opened.database.write(async () => {
      for (const act of ['a', 'b', 'c']) await audit.record(entry(act));
    });
    expect((await rows()).map(({ act }) => act)).toEqual(['a', 'b', 'c']);
    expect(await trail.verify('NWT')).toBeNull();
  });

  it('numbers without gaps when 16 write the first rows at once', async () => {
    await Promise.all(Array.from({ length: 16 }, (_, i) => audit.record(entry(`act.${i}`))));
    expect((await rows()).map(({ no }) => no)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(await trail.verify('NWT')).toBeNull();
  });

  it('refuses words', async () => {
    await expect(audit.record(entry('case.sort', { reason: 'he took money' }))).rejects.toThrow(WordsInAudit);
    await expect(audit.record(entry('case.sort', { reason: 'เขารับเงิน' }))).rejects.toThrow(WordsInAudit);
    await expect(audit.record({ ...entry('x'), subjectId: 'two words' })).rejects.toThrow(WordsInAudit);
    expect(await rows()).toEqual([]);
  });

  it.each([
    "UPDATE audit_row SET act = 'x'",
    'DELETE FROM audit_row',
    'UPDATE audit_head SET no = 0',
    'DELETE FROM audit_head',
  ])('refuses %s', async (statement) => {
    await audit.record(entry('kept'));
    await expect(opened.database.write((em) => sql(em, statement))).rejects.toThrow(/append-only|only moves forward/);
    expect((await rows()).map(({ act }) => act)).toEqual(['kept']);
  });

  it('does not start without its triggers', async () => {
    const triggers = new AuditTriggers(opened.database);
    await expect(triggers.mustStand()).resolves.toBeUndefined();
    await dropTrigger('audit_row_no_update', 'audit_row');
    await expect(triggers.mustStand()).rejects.toThrow(AuditUnprotected);
  });

  it('finds a changed row, a missing row, a cut tail and a row from outside', async () => {
    for (let i = 0; i < 6; i++) await audit.record(entry(`act.${i}`, { i }));
    await dropTrigger('audit_row_no_update', 'audit_row');
    await dropTrigger('audit_row_no_delete', 'audit_row');
    await change("UPDATE audit_row SET subject_id = 'case-2' WHERE no = 4");
    expect(await trail.verify('NWT')).toBe(4);
    await change("UPDATE audit_row SET subject_id = 'case-1' WHERE no = 4");
    expect(await trail.verify('NWT')).toBeNull();
    await change('DELETE FROM audit_row WHERE no >= 5');
    expect(await trail.verify('NWT')).toBe(5);
    await change('DELETE FROM audit_row WHERE no = 2');
    expect(await trail.verify('NWT')).toBe(2);
  });

  it('finds a tail that was cut together with its head, by a head noted elsewhere', async () => {
    for (let i = 0; i < 3; i++) await audit.record(entry(`act.${i}`));
    const noted = await trail.head('NWT');
    const second = (await rows())[1];
    await dropTrigger('audit_row_no_delete', 'audit_row');
    await dropTrigger('audit_head_forward_only', 'audit_head');
    await change('DELETE FROM audit_row WHERE no = 3');
    await change(`UPDATE audit_head SET no = 2, mac = '${second?.mac}'`);
    expect(await trail.verify('NWT')).toBeNull();
    expect(await trail.verify('NWT', noted)).toBe(3);
  });

  it('shows the trail newest first, by pages', async () => {
    await opened.database.write(async () => {
      for (let i = 1; i <= 60; i++) await audit.record({ ...entry(`act.${i}`), actor: SYSTEM });
    });
    const first = await trail.page('NWT', 1);
    expect([first.total, first.rows.length, first.rows[0]?.no, first.rows[49]?.no]).toEqual([60, 50, 60, 11]);
    expect((await trail.page('NWT', 2)).rows.map(({ no }) => no)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect((await trail.page('NWT', 3)).rows).toEqual([]);
  });

  it('keeps the entities and the migration the same', async () => {
    const { upQueries } = await opened.database.writer.driver.createSchemaBuilder().log();
    const ours = upQueries.map(({ query }) => query).filter((query) => query.includes('audit_'));
    expect(ours).toEqual([]);
  });

  const change = (statement: string): Promise<unknown> => opened.database.write((em) => sql(em, statement));

  const dropTrigger = (trigger: string, table: string): Promise<unknown> =>
    change(`DROP TRIGGER ${trigger}${home === 'PostgreSQL' ? ` ON ${table}` : ''}`);
});
