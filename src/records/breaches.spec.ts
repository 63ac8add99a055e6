import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { Province } from '../agencies/agencies';
import { newKeyPair } from '../platform/crypto/sealing';
import { sql } from '../platform/database/sql';
import { NotFound, WrongFields } from '../platform/errors';
import { Directory } from '../vault/directory';
import { Regrants } from '../vault/regrants';
import { RegisterTexts } from '../vault/register-texts';
import { readerKey } from '../vault/units';
import type { BreachInput } from './breach.inputs';
import { Breaches } from './breaches';
import { RECORDS_ENTITIES } from './records.entities';
import { RecordsModule } from './records.module';

eachHome((_home, place) => {
  let desk: Desk;
  const given = (change: Partial<BreachInput> = {}): BreachInput => ({
    ...{ noticedOn: '2026-11-20', noticedTime: '๑๔.๓๐', kinds: ['confidentiality'], risk: 'risk' },
    words: 'a list was sent to the wrong address',
    ...change,
  });
  const breaches = () => desk.get(Breaches);
  const rows = (text: string) => sql<Record<string, string>>(desk.database.reader, text);

  beforeAll(async () => {
    desk = await Desk.open(await place(), [RecordsModule], RECORDS_ENTITIES);
    desk.rooms.clock.set('2026-11-21T03:00:00.000Z');
  });
  afterAll(() => desk.close());

  it('keeps what was entered, and every correction as one more line', async () => {
    const head = desk.person('desk_head');
    const { id, reference } = await breaches().enter(head, given());
    expect(reference).toBe('2570/1');
    const first = await breaches().see(head, id);
    expect(first).toMatchObject({
      noticedAt: '2026-11-20T07:30:00.000Z',
      dueAt: '2026-11-23T07:30:00.000Z',
      regulator: 'due',
      lines: [{ no: 1, words: 'a list was sent to the wrong address', persons: null }],
    });
    const told = { regulatorToldOn: '2026-11-21', regulatorToldTime: '09:00', persons: 40, risk: 'high' } as const;
    await breaches().correct(desk.person('executive'), id, given({ ...told, words: 'and called back' }));
    const second = await breaches().see(head, id);
    expect(second).toMatchObject({ regulator: 'told', persons: 40, personsOwed: true });
    expect(second.lines.map(({ no, words }) => [no, words])).toEqual([
      [1, 'a list was sent to the wrong address'],
      [2, 'and called back'],
    ]);
    expect((await breaches().enter(head, given())).reference).toBe('2570/2');
    expect((await breaches().list(head)).breaches.map((one) => one.reference)).toEqual(['2570/2', '2570/1']);
    for (const text of ['DELETE FROM breach_line', 'UPDATE breach_line SET persons = 1', 'DELETE FROM breach']) {
      await expect(desk.database.write((em) => sql(em, text))).rejects.toThrow('append-only');
    }
  });

  it('shows the auditor codes and numbers, and no word', async () => {
    const auditor = desk.person('auditor');
    const { breaches: listed, mayWrite } = await breaches().list(auditor);
    expect(mayWrite).toBe(false);
    const sheet = await breaches().see(auditor, listed[0]?.id ?? '');
    expect(sheet.lines.map(({ words }) => words)).toEqual([null]);
    const [text] = await rows('SELECT id, entry_id FROM register_text');
    const read = await desk.get(RegisterTexts).read(auditor, text?.entry_id ?? '', [text?.id ?? '']);
    expect(read.size).toBe(0);
    const other = { ...desk.person('desk_head'), deskUnit: 'alternative' } as const;
    expect((await desk.get(RegisterTexts).read(other, text?.entry_id ?? '', [text?.id ?? ''])).size).toBe(0);
  });

  it('keeps no word readable in the database', async () => {
    const all = JSON.stringify([await rows('SELECT * FROM breach_line'), await rows('SELECT * FROM register_text')]);
    expect(all).not.toContain('wrong address');
  });

  it.each([
    ['noticedOn', { noticedOn: 'yesterday' }],
    ['noticedOn', { noticedOn: '2026-11-22' }],
    ['noticedTime', { noticedTime: '25:00' }],
    ['regulatorToldOn', { regulatorToldOn: '2026-11-19', regulatorToldTime: '10:00' }],
    ['regulatorToldTime', { regulatorToldOn: '2026-11-21' }],
    ['personsToldOn', { personsToldOn: '2026-11-01' }],
  ])('names the field %s of %j', async (field, change) => {
    const failed = await breaches()
      .enter(desk.person('desk_head'), given(change))
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(WrongFields);
    expect((failed as WrongFields).details.fields?.map((one) => one.field)).toEqual([field]);
  });

  it('knows no breach by another id', async () => {
    const head = desk.person('desk_head');
    for (const id of ['x', '0'.repeat(26)]) await expect(breaches().see(head, id)).rejects.toThrow(NotFound);
  });

  it('follows a unit’s new key', async () => {
    const code = desk.get(Province).code;
    const pair = newKeyPair();
    const owed = async () => (await desk.get(Regrants).owed(code)).get('executive') ?? 0;
    await desk.database.write(() => desk.get(Directory).enter(code, 'executive', 2, pair.publicKey));
    const texts = (await rows('SELECT id FROM register_text')).length;
    expect(await owed()).toBe(texts);
    await desk.get(Regrants).retireTrialKeys(code);
    expect(await owed()).toBe(0);
    const keys = await rows(`SELECT reader_epoch FROM register_key WHERE reader = 'unit:executive'`);
    expect(keys.map((one) => Number(one.reader_epoch))).toEqual(Array.from({ length: texts }, () => 2));
    await desk.database.write(() => desk.get(Directory).enter(code, 'desk', 2, newKeyPair().publicKey));
    const now = new Map([[readerKey('unit:executive', 2), pair]]);
    expect(await desk.get(RegisterTexts).regrant('desk', 2, now)).toBe(texts);
    const [trial] = await rows(`SELECT trial_private FROM unit_key WHERE unit = 'executive' AND epoch = 1`);
    expect(trial?.trial_private).toBeNull();
  });
});
