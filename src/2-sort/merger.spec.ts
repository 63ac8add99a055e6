import type { Looker } from '../access/looker';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Referrals } from '../cases/referrals';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { Merger } from './merger';
import { SORT_ENTITIES } from './sort.entities';
import { SortModule } from './sort.module';

eachHome((_home, place) => {
  let desk: Desk;
  let officer: Looker;

  beforeAll(async () => {
    desk = await Desk.open(await place(), [SortModule], SORT_ENTITIES);
    officer = desk.person('desk_officer');
  });
  afterAll(() => desk.close());

  const merge = (file: CaseFile, main: CaseFile, reason?: string) =>
    desk.get(Merger).merge(officer, file.number, { mainNumber: main.number, ...(reason ? { reason } : {}) });
  const now = (file: CaseFile) => desk.get(Cases).find(officer, file.number);

  it('closes the case under the main one and tells the main one nothing', async () => {
    const main = await desk.openCase();
    const file = await desk.openCase();
    await merge(file, main, 'เหตุการณ์เดียวกัน');
    expect(await now(file)).toMatchObject({
      status: 'merged',
      open: false,
      mergedInto: main.id,
      outcome: 'duplicate',
    });
    expect((await desk.storyOf(file)).at(-1)).toMatchObject({
      kind: 'merged',
      from: 'received',
      to: 'merged',
      data: { mainId: main.id },
      itemId: expect.any(String) as string,
    });
    expect(await desk.storyOf(main)).toHaveLength(1);
    expect((await now(main)).status).toBe('received');
  });

  it('reads the number as pages print it', async () => {
    const main = await desk.openCase();
    const file = await desk.openCase();
    const [, year, digits] = main.number.split('-');
    await desk.get(Merger).merge(officer, file.number, { mainNumber: `นธ ${year}/${digits}` });
    expect((await now(file)).mergedInto).toBe(main.id);
  });

  it.each(['sort', 'refer'] as const)('merges a case after %s', async (last) => {
    const file = await desk.bring(
      await desk.openCase(),
      ...(last === 'sort' ? ['sort' as const] : (['sort', 'refer'] as const)),
    );
    await merge(file, await desk.openCase());
    expect((await now(file)).status).toBe('merged');
  });

  it('merges no case that is being verified or is closed', async () => {
    const main = await desk.openCase();
    const verifying = await desk.bring(await desk.openCase(), 'sort', 'refer', 'verify');
    await expect(merge(verifying, main)).rejects.toMatchObject({ code: 'StepOutOfOrder', status: 409 });
    const ended = await desk.bring(await desk.openCase(), 'end');
    await expect(merge(ended, main)).rejects.toMatchObject({ code: 'StepOutOfOrder' });
  });

  it('needs another case that is there and open', async () => {
    const file = await desk.openCase();
    await expect(merge(file, file)).rejects.toMatchObject({ details: { fields: [{ field: 'mainNumber' }] } });
    await expect(
      desk.get(Merger).merge(officer, file.number, { mainNumber: 'NWT-2569-0000000' }),
    ).rejects.toMatchObject({ details: { fields: [{ field: 'mainNumber' }] } });
    await expect(desk.get(Merger).merge(officer, file.number, { mainNumber: 'เรื่องเดิม' })).rejects.toMatchObject({
      details: { fields: [{ field: 'mainNumber' }] },
    });
    const ended = await desk.bring(await desk.openCase(), 'end');
    await expect(merge(file, ended)).rejects.toMatchObject({ code: 'StepNotReady', status: 409 });
    expect((await now(file)).status).toBe('received');
  });

  it('takes no merged case for the main one', async () => {
    const main = await desk.openCase();
    const merged = await desk.openCase();
    await merge(merged, main);
    await expect(merge(await desk.openCase(), merged)).rejects.toMatchObject({ code: 'StepNotReady' });
  });

  it('takes along the cases that were merged into it before', async () => {
    const [first, second, third] = [await desk.openCase(), await desk.openCase(), await desk.openCase()];
    await merge(first, second);
    await merge(second, third);
    expect((await now(first)).mergedInto).toBe(third.id);
  });

  it('calls open referrals back and drops what waited for a second person', async () => {
    const file = await desk.openCase();
    await desk.database.write(() => desk.get(Approvals).ask(file, officer, { kind: 'end' }));
    await desk.bring(file, 'sort', 'refer');
    const sent = await desk.refer(file, 'NWT-LAND', 'accepted');
    const done = await desk.refer(file, 'NWT-PAO', 'final');
    await merge(file, await desk.openCase());
    const states = new Map((await desk.get(Referrals).of(file.id)).map(({ id, state }) => [id, state]));
    expect(states.get(sent.id)).toBe('withdrawn');
    expect(states.get(done.id)).toBe('final');
    expect((await desk.storyOf(file)).map(({ kind }) => kind).slice(-2)).toEqual(['referralWithdrawn', 'merged']);
    expect(await desk.get(Approvals).waiting(file.id)).toEqual([]);
  });

  it('merges one way only when two officers merge crosswise at once', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [await desk.openCase(), await desk.openCase()];
      const tries = await Promise.allSettled([merge(one, other), merge(other, one)]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect([(await now(one)).open, (await now(other)).open].filter(Boolean)).toHaveLength(1);
    }
  });

  it('is not for those who may not see the case', async () => {
    const [file, main] = [await desk.openCase(), await desk.openCase()];
    const stranger = desk.person('administrator');
    await expect(desk.get(Merger).merge(stranger, file.number, { mainNumber: main.number })).rejects.toMatchObject({
      code: 'CaseNotFound',
    });
  });
});
