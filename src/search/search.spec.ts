import type { Looker } from '../access/looker';
import { AuditRow } from '../audit/audit-row.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { SealBroken } from '../platform/crypto/sealing';
import { sql } from '../platform/database/sql';
import { GramIndex } from '../vault/gram-index';
import { Vault } from '../vault/vault';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { Alike } from './alike';
import { Finding, MOST_HITS } from './finding';
import { Forgetting } from './forgetting';
import { wordGrams } from './grams.rules';
import { Indexing } from './indexing';
import { SearchModule } from './search.module';

const LONG = 'เจ้าหน้าที่ที่ดินเรียกเงินห้าพันบาทเพื่อเร่งออกโฉนดที่ดินบริเวณตลาดเก่า เมื่อวันที่ ๓ มีนาคม มีพยานสองคนเห็นเหตุการณ์';

eachHome((_home, place) => {
  let desk: Desk;
  let officer: Looker;
  let investigator: Looker;
  const rows = <T extends object>(text: string) => sql<T>(desk.database.reader, text);

  beforeEach(async () => {
    desk = await Desk.open(await place(), [SearchModule], []);
    desk.rooms.clock.set('2026-03-04T03:00:00.000Z');
    officer = desk.person('desk_officer');
    investigator = desk.person('investigator');
  });
  afterEach(() => desk.close());

  const file = async (what: string, more: Record<string, string> = {}): Promise<CaseFile> => {
    const opened = await desk.openCase();
    return desk.database.write(async () => {
      const text = JSON.stringify({ what, ...more });
      const allegationItem = await desk.get(Vault).seal(opened, 'dialogue', 'allegation', text);
      await desk.get(Cases).change(opened, { allegationItem });
      return opened;
    });
  };
  const write = (on: CaseFile, kind: 'dialogue' | 'work', text: string) =>
    desk.database.write(() => desk.get(Vault).seal(on, kind, 'comment', text));
  const open = (who: Looker, ...files: readonly CaseFile[]) =>
    Promise.all(files.map((one) => desk.get(Indexing).keepUp(who, one)));
  const find = async (who: Looker, question: string) => (await desk.get(Finding).find(who, question))?.cases;
  const waiting = (who: Looker) => desk.get(Finding).waiting(who);

  it('finds a case once somebody of the unit has opened it, and not before', async () => {
    const one = await file('นายช่างเรียกเงินค่าลายเซ็น', { where: 'ตลาดเก่า', who: 'นายช่าง' });
    expect([await find(officer, 'ลายเซ็น'), await waiting(officer)]).toEqual([[], 1]);
    await open(officer, one);
    expect([await find(officer, 'ลายเซ็น'), await waiting(officer)]).toEqual([[one.id], 0]);
    expect(await find(officer, 'ตลาด เก่า นายช่าง')).toEqual([one.id]);
    expect(await find(officer, 'ลายเซ็น สะพาน')).toEqual([]);
    expect(await find(desk.person('desk_head'), 'ลาย เซ็น')).toEqual([one.id]);
  });

  it('finds what was written since with the next opening, and each text but once', async () => {
    const one = await file('ถนนพัง');
    await open(officer, one);
    await write(one, 'work', 'ช่างโยธาไปดูแล้ว');
    expect(await find(officer, 'โยธา')).toEqual([]);
    await open(officer, one);
    expect(await find(officer, 'โยธา ถนน')).toEqual([one.id]);
    const before = await rows('SELECT label, sealed FROM index_block ORDER BY label');
    await open(officer, one);
    expect(await rows('SELECT label, sealed FROM index_block ORDER BY label')).toEqual(before);
    expect(await desk.database.reader.countBy(AuditRow, { act: 'case.indexed' })).toBe(2);
  });

  it('is each unit’s own: what the desk opened is not yet searchable for who verifies', async () => {
    const one = await file('เรียกเงินค่าลายเซ็น');
    await desk.database.write(() => desk.get(Cases).change(one, { investigator: investigator.officerId }));
    await open(officer, one);
    expect([await find(investigator, 'ลายเซ็น'), await waiting(investigator)]).toEqual([[], 1]);
    await open(investigator, one);
    expect([await find(investigator, 'ลายเซ็น'), await waiting(investigator)]).toEqual([[one.id], 0]);
    expect([await find(desk.person('investigator'), 'ลายเซ็น')]).toEqual([[]]);
  });

  it('searches no text for who has no key to any', async () => {
    await open(officer, await file('เรียกเงินค่าลายเซ็น'));
    for (const role of ['executive', 'custodian', 'administrator'] as const) {
      expect([await find(desk.person(role), 'ลายเซ็น'), await waiting(desk.person(role))]).toEqual([undefined, null]);
    }
  });

  it('neither finds nor counts what is behind the wall', async () => {
    const one = await file('เรียกเงินค่าลายเซ็น');
    await open(officer, one);
    const other = await file(LONG);
    const walled = { ...officer, hidden: [one.id, other.id] };
    expect([await find(walled, 'ลายเซ็น'), await waiting(walled)]).toEqual([[], 0]);
    await open(officer, other);
    const twin = await file(LONG);
    const words = JSON.stringify({ what: LONG });
    expect(await desk.get(Alike).to(walled, twin, words)).toEqual([]);
    expect(await desk.get(Alike).to(officer, twin, words)).toHaveLength(1);
    await open(walled, one);
    expect(await desk.database.reader.countBy(AuditRow, { act: 'case.indexed' })).toBe(2);
  });

  it('says what may be the same, the most alike first', async () => {
    const same = await file(`${LONG}ด้วย`);
    const near = await file(LONG.replace('ห้าพันบาท', 'หมื่นบาท').replace('ตลาดเก่า', 'หน้าวัด'));
    await open(officer, same, near, await file('ถนนหน้าโรงเรียนชำรุดเป็นหลุมลึกมาสามเดือนแล้ว ยังไม่มีใครซ่อม'));
    const one = await file(LONG);
    await open(officer, one);
    const alike = await desk.get(Alike).to(officer, one, JSON.stringify({ what: LONG }));
    expect(alike.map(({ number }) => number)).toEqual([same.number, near.number]);
    expect(alike[0]?.likeness).toBeGreaterThan(0.9);
    expect(await desk.get(Alike).to(officer, one, null)).toEqual([]);
  });

  it('asks for three characters', async () => {
    await open(officer, await file('งบประมาณ'));
    expect(await desk.get(Finding).find(officer, 'งบ')).toMatchObject({ cases: [], isTooShort: true });
    expect(await desk.get(Finding).find(officer, '12')).toMatchObject({ cases: [], isTooShort: false });
  });

  it('loses no case when many are opened at once, in one block and in the next', async () => {
    const files: CaseFile[] = [];
    for (let no = 0; no < 40; no++) files.push(await file(`เรียกเงินค่าลายเซ็นครั้งที่ ${no}`));
    await open(officer, ...files.slice(0, 20));
    await Promise.all([open(officer, ...files), open(desk.person('desk_head'), ...files)]);
    expect(new Set(await find(officer, 'ลายเซ็น'))).toEqual(new Set(files.map(({ id }) => id)));
    expect(await find(officer, 'ครั้งที่39')).toEqual([files[39]?.id]);
    // They have their numbers now, and wait for nothing but the turn at the index.
    for (const one of files) await write(one, 'work', 'สอบพยานเพิ่ม');
    await open(officer, ...files);
    expect(new Set(await find(officer, 'สอบพยาน'))).toEqual(new Set(files.map(({ id }) => id)));
    expect(await waiting(officer)).toBe(0);
  });

  it('shows no more than fifty, and says so', async () => {
    const files: CaseFile[] = [];
    for (let no = 0; no < MOST_HITS + 2; no++) files.push(await file('เสาไฟดับ'));
    for (const one of files) await open(officer, one);
    const found = await desk.get(Finding).find(officer, 'เสาไฟ');
    expect([found?.cases.length, found?.hasMore]).toEqual([MOST_HITS, true]);
    expect(found?.cases[0]).toBe(files.at(-1)?.id);
  });

  it('forgets a case for everybody, and its number with the next writing', async () => {
    const [one, other] = [await file('เสาไฟดับ'), await file('เสาไฟดับ')];
    await open(officer, one, other);
    await desk.database.write(() => desk.get(Forgetting).forget(one.id));
    expect(await find(officer, 'เสาไฟ')).toEqual([other.id]);
    expect(await rows(`SELECT no FROM indexed_case WHERE case_id = '${one.id}'`)).toEqual([]);
    expect(await rows(`SELECT items FROM index_mark WHERE case_id = '${one.id}'`)).toEqual([]);
    const before = await rows<{ sealed: string }>('SELECT sealed FROM index_block');
    await open(officer, await file('เสาไฟดับ'));
    const after = new Set((await rows<{ sealed: string }>('SELECT sealed FROM index_block')).map((row) => row.sealed));
    expect(before.some(({ sealed }) => after.has(sealed))).toBe(false);
    expect((await find(officer, 'เสาไฟ'))?.length).toBe(2);
  });

  it('takes a case out of every block when somebody disposes of it who can open them', async () => {
    const files: CaseFile[] = [];
    for (let no = 0; no < 34; no++) files.push(await file('เสาไฟดับ'));
    for (const one of files) await open(officer, one);
    const [first] = files as [CaseFile];
    await desk.get(Forgetting).erase(officer, first);
    expect((await find(officer, 'เสาไฟ'))?.length).toBe(33);
    // Whoever gave the number back to a case would find nothing under it.
    const stranger = await file('ถนนพัง');
    await desk.database.write((em) =>
      sql(em, 'UPDATE indexed_case SET case_id = $1 WHERE case_id IS NULL', [stranger.id]),
    );
    const rings = await desk.get(GramIndex).rings(officer);
    expect(await desk.get(GramIndex).casesWith(rings, wordGrams('เสาไฟ'))).not.toContain(stranger.id);
  });

  it('refuses and alarms when a block was put where another stood, and still opens the case', async () => {
    const one = await file('เสาไฟดับ');
    await open(officer, one);
    await desk.database.write((em) =>
      sql(em, 'UPDATE index_block SET sealed = (SELECT MIN(b.sealed) FROM index_block b)'),
    );
    await expect(find(officer, 'เสาไฟ')).rejects.toThrow(SealBroken);
    const other = await file('เสาไฟดับ');
    await open(officer, other);
    expect(await desk.database.reader.countBy(AuditRow, { act: 'seal.broken' })).toBe(1);
    expect(await waiting(officer)).toBe(1);
  });

  it('writes that somebody searched and how much came, and not a word of it', async () => {
    await open(officer, await file('เสาไฟดับ'));
    await find(officer, 'เสาไฟ');
    const [row] = await desk.database.reader.findBy(AuditRow, { act: 'cases.searched' });
    expect(row).toMatchObject({ actorId: officer.officerId, subjectId: null, data: { hits: 1, opened: 1 } });
  });
});
