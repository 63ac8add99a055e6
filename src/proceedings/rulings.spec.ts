import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { AlreadyAsked } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { NeedsSecondPerson, StepNotReady } from '../cases/errors';
import { WrongFields } from '../platform/errors';
import { CaseCounts } from '../statistics/case-counts';
import { periodOf } from '../statistics/fiscal-year';
import { RulingAlreadyEntered, RulingDoesNotStand, RulingNotFound } from './errors';
import { DEADLINE_ENTITIES } from '../deadlines/deadlines.entities';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { PROCEEDINGS_ENTITIES } from './proceedings.entities';
import { ProceedingsModule } from './proceedings.module';
import { RulingSheets } from './ruling-sheet';
import { Rulings } from './rulings.service';

const RULING = {
  body: 'NACC',
  reference: 'ปช ๐๐๐๔/๑๒',
  date: '๑๕ ม.ค. ๖๘',
  kind: 'corruption',
  note: 'ส่งอัยการแล้ว',
} as const;
const OVERTURNED = { reference: 'ศป 7/2569', date: '2026-11-02', reason: 'ศาลเพิกถอนมติ' };

eachHome((_home, place) => {
  let desk: Desk;
  beforeAll(async () => {
    const entities = [...DEADLINE_ENTITIES, ...PROCEEDINGS_ENTITIES];
    desk = await Desk.open(await place(), [DeadlinesModule, ProceedingsModule], entities);
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.rooms.clock.set('2026-11-20T03:00:00.000Z'));

  const clerk = () => desk.person('desk_officer');
  const rulings = () => desk.get(Rulings);
  const again = (file: CaseFile) => desk.get(Cases).find(clerk(), file.number);
  const corruption = (year: number, file: CaseFile) =>
    desk
      .get(CaseCounts)
      .rulings('NWT', periodOf(year, '2026-11-20'), 'corruption')
      .then(({ rows }) => rows.find(({ agencyCode }) => agencyCode === file.agencyCode)?.n ?? 0);

  async function recorded(agencyCode: string): Promise<CaseFile> {
    const file = await desk.openCase({ type: 'corruption', agencyCode, receivedAt: '2023-03-01T03:00:00.000Z' });
    return desk.bring(file, 'sort', 'refer', 'verify', 'find', 'report', 'order', 'record');
  }

  async function made(file: CaseFile) {
    const { id } = await rulings().propose(clerk(), file.number, RULING);
    return rulings().decide(clerk(), file.number, id, true);
  }

  it('counts on a recorded case in the fiscal year of the finding and moves nothing', async () => {
    const file = await recorded('NWT-LAND');
    const ruling = await made(file);
    expect(ruling).toMatchObject({ state: 'made', ruledOn: '2025-01-15', agencyCode: 'NWT-LAND' });
    expect((await again(file)).status).toBe('recorded');
    expect((await desk.storyOf(file)).slice(-2)).toMatchObject([
      { kind: 'rulingProposed', to: null, data: { rulingId: ruling.id, body: 'NACC' }, itemId: ruling.noteItem },
      { kind: 'rulingMade', to: null, data: { rulingId: ruling.id, kind: 'corruption', date: '2025-01-15' } },
    ]);
    expect(await corruption(2568, file)).toBe(1);
    expect(await corruption(2566, file)).toBe(0);
    expect(await corruption(2570, file)).toBe(0);
  });

  it('counts nothing until a second person agrees', async () => {
    const file = await recorded('NWT-DLA');
    const first = clerk();
    const { id } = await rulings().propose(first, file.number, RULING);
    await expect(rulings().decide(first, file.number, id, true)).rejects.toThrow(NeedsSecondPerson);
    expect(await corruption(2568, file)).toBe(0);
    expect((await rulings().of(clerk(), file.number)).map(({ state }) => state)).toEqual(['proposed']);
  });

  it('is refused for good, and may then be entered again', async () => {
    const file = await recorded('NWT-CDO');
    const { id } = await rulings().propose(clerk(), file.number, RULING);
    await expect(rulings().propose(clerk(), file.number, RULING)).rejects.toThrow(RulingAlreadyEntered);
    await rulings().decide(clerk(), file.number, id, false, 'เลขที่ผิด');
    expect(await corruption(2568, file)).toBe(0);
    expect((await made(file)).state).toBe('made');
  });

  it('counts no longer from the day it was overturned on, and that too takes two persons', async () => {
    const file = await recorded('NWT-DPT');
    const { id } = await made(file);
    const asker = clerk();
    await rulings().proposeOverturning(asker, file.number, id, OVERTURNED);
    await expect(rulings().proposeOverturning(asker, file.number, id, OVERTURNED)).rejects.toThrow(AlreadyAsked);
    await expect(rulings().decide(asker, file.number, id, true)).rejects.toThrow(NeedsSecondPerson);
    expect(await corruption(2568, file)).toBe(1);
    await rulings().decide(clerk(), file.number, id, true);
    expect((await rulings().of(clerk(), file.number))[0]).toMatchObject({
      state: 'overturned',
      overturnedOn: '2026-11-02',
      overturnedByReference: 'ศป 7/2569',
    });
    expect((await desk.storyOf(file)).at(-1)).toMatchObject({ kind: 'rulingOverturned', data: { date: '2026-11-02' } });
    const again = rulings().proposeOverturning(clerk(), file.number, id, OVERTURNED);
    await expect(again).rejects.toThrow(RulingDoesNotStand);
  });

  it('still stands when the second person refuses to overturn it', async () => {
    const file = await recorded('NWT-DDPM');
    const { id } = await made(file);
    await rulings().proposeOverturning(clerk(), file.number, id, OVERTURNED);
    await rulings().decide(clerk(), file.number, id, false);
    expect((await rulings().of(clerk(), file.number))[0]?.state).toBe('made');
    expect(await corruption(2568, file)).toBe(1);
  });

  it('is not entered before sorting, nor with a day to come, an unknown agency, or a sentence for a number', async () => {
    const file = await desk.openCase();
    await expect(rulings().propose(clerk(), file.number, RULING)).rejects.toThrow(StepNotReady);
    await desk.bring(file, 'sort');
    for (const wrong of [{ date: '2026-11-21' }, { date: 'เมื่อวาน' }, { agencyCode: 'NWT-NOWHERE' }]) {
      await expect(rulings().propose(clerk(), file.number, { ...RULING, ...wrong })).rejects.toThrow(WrongFields);
    }
    expect(await rulings().of(clerk(), file.number)).toEqual([]);
  });

  it('belongs to its case alone', async () => {
    const { id } = await made(await recorded('NWT-POLICE'));
    const other = await recorded('NWT-POLICE');
    const stray = rulings().proposeOverturning(clerk(), other.number, id, OVERTURNED);
    await expect(stray).rejects.toThrow(RulingNotFound);
  });

  it('shows each reader what waits and who can decide it', async () => {
    const file = await recorded('NWT-PPHO');
    const asker = clerk();
    await rulings().propose(asker, file.number, RULING);
    const seenBy = async (looker = clerk()) => (await desk.get(RulingSheets).of(looker, file.number)).rulings[0];
    expect(await seenBy(asker)).toMatchObject({ waiting: 'ruling', can: null, note: RULING.note });
    expect(await seenBy()).toMatchObject({ waiting: 'ruling', can: 'decide' });
  });
});
