import type { Home } from '../../test/harness/databases';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import type { Role } from '../access/roles';
import { Trail } from '../audit/trail';
import { CaseFile } from '../cases/case-file.entity';
import { CaseNotFound, StepNotReady } from '../cases/errors';
import { Referral, UnlistedName } from '../cases/referral.entity';
import { sql } from '../platform/database/sql';
import { Statistics } from '../statistics/statistics.service';
import { SealedItem } from '../vault/vault.entities';
import { Vault } from '../vault/vault';
import { ChannelsModule } from './channels.module';
import { importLines } from './import-lines';
import { RegisterImport } from './register-import';
import { TakingUp } from './taking-up';
import type { Folder } from './testing/registers';
import { MAPPING, folder, registerText, windows874 } from './testing/registers';

/** A made-up register of six rows: four can be counted. */
const REGISTER = registerText(
  {
    no: '1',
    status: 'ยุติ',
    agencies: 'อ.เพ็ญ/ดำเนินการเอง',
    due: '18/10/57',
    reported: '20/10/57',
    text: 'ถนนพังหน้าตลาดสด',
  },
  { no: '2', received: '' },
  { no: '3', channel: 'มาเอง', type: '', status: 'รายงานแล้ว', due: '18/10/57', reported: '10/10/57' },
  { no: '4', received: '๒๐ ก.ย. ๕๗', agencies: 'กรมฝนเทียมดาวอังคาร', district: 'ดวงจันทร์', due: '1/9/57' },
  { no: '5', agencies: '-', district: 'หนองคาย', type: 'หนี้' },
  { no: '1' },
);
const LINES = [
  'accepted 4',
  'rejected 2',
  'warnings 4',
  expect.stringMatching(/^row 2: .*no date of receipt/),
  expect.stringMatching(/^row 6: .*row 1/),
  expect.stringMatching(/^row 3: .*no type/),
  expect.stringMatching(/^row 4: .*agency/),
  expect.stringMatching(/^row 4: .*due date/),
  expect.stringMatching(/^row 4: .*district/),
];

eachHome((home: Home, place) => {
  let disk: Folder;
  let desk: Desk;
  let dry: { readonly lines: readonly string[]; readonly rows: readonly number[] };
  let first: readonly string[];

  /** Into a register of its own, so that tests do not meet. */
  const bringIn = async (register: string, content: string | Buffer = REGISTER, dryRun = false) => {
    const map = disk.write(`${register}.json`, JSON.stringify({ ...MAPPING, register }));
    return importLines(await desk.get(RegisterImport).bringIn(disk.write('r.csv', content), map, { dryRun }));
  };
  const query = <T extends object>(text: string) => sql<T>(desk.database.reader, text);
  const countOf = async (table: string) =>
    Number((await query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);
  const counts = () => Promise.all(['case_file', 'referral', 'case_event', 'unlisted_name', 'audit_row'].map(countOf));
  const fileOf = (importKey: string, importRegister = 'first') =>
    desk.database.reader.findOneByOrFail(CaseFile, { importRegister, importKey });
  const referralsOf = async (key: string) =>
    desk.database.reader.find(Referral, { where: { caseId: (await fileOf(key)).id }, order: { id: 'ASC' } });
  const officer = (...roles: readonly Role[]) => ({ ...desk.person(...roles), province: 'UDN' });

  beforeAll(async () => {
    disk = folder();
    desk = await Desk.open(await place({ PROVINCE: 'udon-thani' }), [ChannelsModule], []);
    desk.rooms.clock.set('2026-11-20T03:00:00.000Z');
    dry = { lines: await bringIn('first', REGISTER, true), rows: await counts() };
    first = await bringIn('first');
  });
  afterAll(async () => {
    await desk.close();
    disk.remove();
  });

  it('changes nothing in a dry run and prints the same', () => {
    expect(dry.lines).toEqual(LINES);
    expect(dry.rows).toEqual([0, 0, 0, 0, 0]);
  });

  it('brings in what can be counted and says what is odd about the rest', async () => {
    expect(first).toEqual(LINES);
    expect(await fileOf('1')).toMatchObject({
      status: 'recorded',
      outcome: 'unstated',
      open: false,
      channel: 'letter',
    });
    expect(await fileOf('3')).toMatchObject({ status: 'verifying', type: 'unsorted', oldDueOn: '2014-10-18' });
    expect(await fileOf('4')).toMatchObject({
      status: 'referred',
      district: 'unknown',
      oldDueOn: null,
      nextDueAt: null,
    });
    expect(await fileOf('5')).toMatchObject({
      district: 'outside',
      imported: true,
      receivedOn: '2014-10-03',
      number: expect.stringMatching(/^UDN-2558-\d{7}$/),
    });
  });

  it('tells one line of each case, at the instant of receipt', async () => {
    const text = 'SELECT e.kind, e.at, e.by_kind, e.from_status, e.to_status FROM case_event e';
    const events = await query(`${text} JOIN case_file f ON f.id = e.case_id WHERE f.import_register = 'first'`);
    expect(events).toHaveLength(4);
    expect(events).toContainEqual({
      kind: 'imported',
      at: '2014-10-02T17:00:00.000Z',
      by_kind: 'import',
      from_status: null,
      to_status: 'recorded',
    });
  });

  it('settles the referrals of what is reported or closed, and judges by the register’s own dates', async () => {
    const of = async (key: string) =>
      (await referralsOf(key)).map(({ agencyCode, recipientKind, state, lead, imported, dueAt }) => ({
        ...{ agencyCode, recipientKind, state, lead, imported, dueAt },
      }));
    const one = { state: 'final', imported: true, dueAt: null };
    expect(await of('1')).toEqual([
      { ...one, agencyCode: expect.stringMatching(/^UDN-/), recipientKind: 'agency', lead: true },
      { ...one, agencyCode: 'UDN-DESK', recipientKind: 'self', lead: false },
    ]);
    expect(await of('4')).toEqual([{ ...one, state: 'sent', agencyCode: null, recipientKind: 'agency', lead: true }]);
    const inTime = async (key: string) =>
      (
        await query<{ t: unknown }>(
          `SELECT r.in_time AS t FROM fact_referral r WHERE r.case_id = '${(await fileOf(key)).id}'`,
        )
      ).map(({ t }) => (t === null ? null : Boolean(t)));
    expect([await inTime('1'), await inTime('3'), await inTime('4')]).toEqual([[false, false], [true], [null]]);
  });

  it('keeps names that nobody knows for the administrator, once each', async () => {
    const unlisted = await desk.database.reader.find(UnlistedName, { order: { kind: 'ASC' } });
    expect(unlisted.map(({ kind, name }) => [kind, name])).toEqual([
      ['agency', 'กรมฝนเทียมดาวอังคาร'],
      ['district', 'ดวงจันทร์'],
    ]);
    expect((await referralsOf('4'))[0]?.unlistedId).toBe(unlisted[0]?.id);
    expect((await desk.storyOf(await fileOf('4')))[0]?.data).toMatchObject({ unlistedDistrict: unlisted[1]?.id });
  });

  it('is counted by the figures, the closed ones as completed', async () => {
    const figures = await desk.get(Statistics).allYears({ province: 'UDN' });
    const told = figures.slice(0, 2).map(({ fiscalYear, new: opened, completed }) => [fiscalYear, opened, completed]);
    expect(told).toEqual([
      [2557, 1, 0],
      [2558, 3, 1],
    ]);
    expect(figures[1]).toMatchObject({
      carriedOver: 1,
      inProgress: 3,
      byChannel: { letter: 2, walk_in: 1 },
      byType: { local_debt: 1, service: 1, unsorted: 1 },
      byStep: { 3: 2, 4: 1 },
      byAgency: { referrals: 3, cases: 2 },
    });
  });

  it('seals the register’s texts, which stand nowhere else', async () => {
    const file = await fileOf('1');
    const texts = await desk.get(Vault).read(officer('desk_officer'), file, [file.allegationItem]);
    expect([...texts.values()]).toEqual(['ถนนพังหน้าตลาดสด']);
    expect(JSON.stringify(await desk.database.reader.find(SealedItem))).not.toContain('ถนนพัง');
  });

  it('leaves its figures in an audit trail that holds', async () => {
    const { rows } = await desk.get(Trail).page('UDN', 1);
    expect(rows.find(({ act }) => act === 'register.import')).toMatchObject({
      actorKind: 'command',
      subjectId: 'first',
      data: { accepted: 4, rejected: 2, warnings: 4, alreadyThere: 0 },
    });
    expect(await desk.get(Trail).verify('UDN')).toBeNull();
  });

  it('adds nothing when it runs again', async () => {
    const [cases, referrals, events] = await counts();
    expect((await bringIn('first')).slice(0, 4)).toEqual(['accepted 0', 'rejected 2', 'warnings 0', 'already there 4']);
    expect((await counts()).slice(0, 3)).toEqual([cases, referrals, events]);
  });

  it('takes the mended row when it comes again, and only that', async () => {
    await bringIn('mended');
    const lines = await bringIn('mended', REGISTER.replace('2,,', '2,3 พ.ย. 57,'));
    expect(lines.slice(0, 4)).toEqual(['accepted 1', 'rejected 1', 'warnings 0', 'already there 4']);
  });

  it('reads windows-874 as it reads UTF-8 with BOM', async () => {
    expect(await bringIn('bytes', windows874(REGISTER), true)).toEqual(LINES);
    expect(await bringIn('bytes', `\uFEFF${REGISTER}`, true)).toEqual(LINES);
  });

  it('lets other writes through while it runs', async () => {
    const many = registerText(...Array.from({ length: 60 }, (_, i) => ({ no: String(i + 1) })));
    const openOne = () => desk.openCase({ receivedAt: '2014-10-05T03:00:00.000Z' });
    const [lines] = await Promise.all([bringIn('many', many), openOne(), openOne(), openOne(), openOne(), openOne()]);
    expect(lines[0]).toBe('accepted 60');
  });

  it('says what the register lacks', async () => {
    await expect(bringIn('short', 'เลขที่,วันรับ\n1,2\n')).rejects.toThrow('r.csv: there is no column "ช่องทาง".');
  });

  describe('a case of an old register', () => {
    const takeUp = (number: string, ...roles: readonly Role[]) => desk.get(TakingUp).takeUp(officer(...roles), number);

    it('is taken up once, by whoever sorts', async () => {
      const { number } = await fileOf('4');
      const file = await takeUp(number, 'desk_officer');
      expect(file).toMatchObject({ status: 'referred', takenUpAt: '2026-11-20T03:00:00.000Z' });
      expect((await desk.storyOf(file)).map(({ kind }) => kind)).toEqual(['imported', 'takenUp']);
      await expect(takeUp(number, 'desk_officer')).rejects.toThrow(StepNotReady);
    });

    it('that is closed must be reopened instead', async () => {
      await expect(takeUp((await fileOf('1')).number, 'desk_head')).rejects.toThrow(StepNotReady);
    });

    it('cannot be a case of ours, nor one of somebody else', async () => {
      const { number } = await desk.openCase();
      await expect(takeUp(number, 'desk_officer')).rejects.toThrow(StepNotReady);
      await expect(takeUp(number, 'auditor')).rejects.toThrow(CaseNotFound);
    });
  });

  it(`stands on ${home}`, () => expect(desk.database.isSqlite).toBe(home === 'SQLite'));
});
