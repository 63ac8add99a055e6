import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import type { ClassificationInput } from './classification-input';
import { Classifications } from './classifications';
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

  const change = (file: CaseFile, input: ClassificationInput) =>
    desk.get(Classifications).change(officer, file.number, input);
  const now = (file: CaseFile) => desk.get(Cases).find(officer, file.number);
  const sorted = async () => desk.bring(await desk.openCase({ identityKind: 'open' }), 'sort');

  it('changes what is said, keeps a dated row, and tells from what to what', async () => {
    const file = await sorted();
    desk.rooms.clock.set('2026-11-20T04:00:00.000Z');
    await change(file, { type: 'procurement', corruptionAlleged: 'yes', reason: 'พบเอกสารใหม่' });
    desk.rooms.clock.set('2026-11-21T04:00:00.000Z');
    await change(file, { corruptionAlleged: 'no' });
    expect(
      (await desk.get(Classifications).of(file.id)).map((row) => [row.at, row.type, row.corruptionAlleged]),
    ).toEqual([
      ['2026-11-20T04:00:00.000Z', 'procurement', 'yes'],
      ['2026-11-21T04:00:00.000Z', 'procurement', 'no'],
    ]);
    const told = (await desk.storyOf(file)).filter(({ kind }) => kind === 'classified');
    expect(told.map(({ from, to, data }) => ({ from, to, data }))).toEqual([
      {
        from: null,
        to: null,
        data: {
          changed: ['type', 'corruptionAlleged'],
          'type.from': 'general',
          'type.to': 'procurement',
          'corruptionAlleged.from': null,
          'corruptionAlleged.to': 'yes',
        },
      },
      {
        from: null,
        to: null,
        data: { changed: ['corruptionAlleged'], 'corruptionAlleged.from': 'yes', 'corruptionAlleged.to': 'no' },
      },
    ]);
    expect(await now(file)).toMatchObject({ status: 'sorted', type: 'procurement', corruptionAlleged: 'no' });
  });

  it('works after closing too', async () => {
    const file = await desk.bring(await desk.openCase(), 'end');
    await change(file, { type: 'ethics' });
    expect(await now(file)).toMatchObject({ status: 'ended', type: 'ethics' });
  });

  it('raises the secrecy of what becomes an accusation, and refuses less', async () => {
    const file = await sorted();
    await change(file, { secrecy: 'normal' });
    await change(file, { type: 'corruption' });
    expect((await now(file)).secrecy).toBe('secret');
    await expect(change(file, { secrecy: 'normal' })).rejects.toMatchObject({
      details: { fields: [{ field: 'secrecy' }] },
    });
  });

  it('never lowers protection before step 2 has sorted', async () => {
    const file = await desk.openCase({ identityKind: 'open' });
    await expect(change(file, { secrecy: 'normal' })).rejects.toMatchObject({
      details: { fields: [{ field: 'secrecy' }] },
    });
  });

  it('refuses unknown codes by field, and a change that changes nothing', async () => {
    const file = await sorted();
    await expect(change(file, { type: 'x', agencyCode: 'x', district: 'x' })).rejects.toMatchObject({
      details: { fields: [{ field: 'type' }, { field: 'agencyCode' }, { field: 'district' }] },
    });
    await expect(change(file, { type: 'general' })).rejects.toMatchObject({ code: 'WrongFields' });
    expect(await desk.get(Classifications).of(file.id)).toEqual([]);
    expect(await desk.storyOf(file)).toHaveLength(2);
  });

  it('keeps a case from those who may not see it', async () => {
    const file = await sorted();
    const stranger = desk.person('auditor');
    await expect(desk.get(Classifications).change(stranger, file.number, { type: 'ethics' })).rejects.toMatchObject({
      code: 'CaseNotFound',
    });
  });
});
