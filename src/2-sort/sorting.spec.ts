import type { Looker } from '../access/looker';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { STATUSES } from '../cases/moves.rules';
import type { MovingAct } from '../cases/moves.rules';
import { WrongFields } from '../platform/errors';
import { Vault } from '../vault/vault';
import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { Classifications } from './classifications';
import { SORT_ENTITIES } from './sort.entities';
import { SortModule } from './sort.module';
import { Sorting } from './sorting';
import type { SortingInput } from './sorting-input';
import { SortingSheets } from './sorting-sheets';

const grievance: SortingInput = {
  outcome: 'accept',
  type: 'general',
  corruptionAlleged: 'no',
  reasons: 'ถนนหน้าหมู่บ้านชำรุด เป็นหน้าที่ของท้องถิ่น',
};
const rigged: SortingInput = {
  outcome: 'accept',
  type: 'procurement',
  corruptionAlleged: 'yes',
  accusedKind: 'local_official',
  agencyCode: 'NWT-PAO',
  district: '9601',
  riskArea: 'procurement',
  severity: 3,
  urgent: true,
  urgentBecause: ['evidence_at_risk'],
  specificEnough: true,
  reasons: 'ล็อกสเปก',
};
const ending: SortingInput = {
  outcome: 'end',
  ground: 'in_court',
  reasons: 'คดีอยู่ในศาล',
  wordToReporter: 'เรื่องนี้อยู่ในศาลแล้ว',
};

eachHome((_home, place) => {
  let desk: Desk;
  let officer: Looker;
  let head: Looker;

  beforeAll(async () => {
    desk = await Desk.open(await place(), [SortModule], SORT_ENTITIES);
    officer = desk.person('desk_officer');
    head = desk.person('desk_head');
    desk.rooms.clock.set('2026-11-20T03:00:00.000Z');
  });
  afterAll(() => desk.close());

  const sort = (file: CaseFile, input: SortingInput, by = officer) => desk.get(Sorting).sort(by, file.number, input);
  const decide = (file: CaseFile, by: Looker, grant: boolean) => desk.get(Approvals).decide(by, file.number, { grant });
  const now = (file: CaseFile) => desk.get(Cases).find(head, file.number);
  const sheetsOf = (file: CaseFile) => desk.get(SortingSheets).of(file.id);
  const named = { identityKind: 'confidential' } as const;

  const fieldsOf = async (doing: Promise<unknown>): Promise<readonly string[]> => {
    const refused: unknown = await doing.catch((error: unknown) => error);
    if (!(refused instanceof WrongFields)) throw new Error('it was not refused by field', { cause: refused });
    return (refused.details.fields ?? []).map(({ field }) => field);
  };

  it('accepts: the sheet, the classification, the status and the line are written together', async () => {
    const file = await desk.openCase();
    const { sheet } = await sort(file, rigged);
    expect(await now(file)).toMatchObject({
      status: 'sorted',
      step: 3,
      type: 'procurement',
      corruptionAlleged: 'yes',
      accusedKind: 'local_official',
      agencyCode: 'NWT-PAO',
      riskArea: 'procurement',
      severity: 3,
      urgent: true,
      secrecy: 'secret',
    });
    expect(await sheetsOf(file)).toEqual([expect.objectContaining({ id: sheet.id, by: officer.officerId })]);
    expect(await desk.get(Classifications).of(file.id)).toEqual([
      expect.objectContaining({ type: 'procurement', corruptionAlleged: 'yes', by: officer.officerId }),
    ]);
    expect((await desk.storyOf(file)).at(-1)).toEqual({
      kind: 'sorted',
      from: 'received',
      to: 'sorted',
      data: { sheetId: sheet.id, type: 'procurement', corruptionAlleged: 'yes', severity: 3, urgent: true },
      itemId: sheet.reasonsItem,
    });
    const texts = await desk.get(Vault).read(head, file, [sheet.reasonsItem]);
    expect(texts.get(sheet.reasonsItem)).toBe('ล็อกสเปก');
  });

  it('lowers a grievance with a name to normal, and keeps an anonymous one secret', async () => {
    const open = await desk.openCase(named);
    await sort(open, grievance);
    expect((await now(open)).secrecy).toBe('normal');
    const anonymous = await desk.openCase();
    expect(await fieldsOf(sort(anonymous, { ...grievance, secrecy: 'normal' }))).toEqual(['secrecy']);
    await sort(anonymous, grievance);
    expect((await now(anonymous)).secrecy).toBe('secret');
  });

  it('keeps what the reporter said where the sorter says nothing', async () => {
    const file = await desk.openCase({ type: 'misconduct', agencyCode: 'NWT-LAND', accusedKind: 'state_official' });
    const { agencyCode, accusedKind, ...rest } = rigged;
    expect([agencyCode, accusedKind]).toBeTruthy();
    await sort(file, { ...rest, type: 'misconduct', corruptionAlleged: 'unclear' });
    expect(await now(file)).toMatchObject({ agencyCode: 'NWT-LAND', accusedKind: 'state_official' });
  });

  it.each([
    ['an unknown type', { ...grievance, type: 'gossip' }, ['type']],
    ['no type', { ...grievance, type: 'unsorted' }, ['type', 'accusedKind', 'agencyCode']],
    [
      'an unknown agency and district',
      { ...grievance, agencyCode: 'NWT-NIX', district: '1' },
      ['agencyCode', 'district'],
    ],
    ['an accusation of nobody', { ...grievance, type: 'ethics' }, ['accusedKind', 'agencyCode']],
    ['alleged corruption of nobody', { ...grievance, corruptionAlleged: 'yes' }, ['accusedKind', 'agencyCode']],
    ['urgency without its what', { ...grievance, urgent: true }, ['urgentBecause']],
    ['a ground for accepting', { ...grievance, ground: 'in_court' }, ['ground']],
    ['a word about accepting', { ...grievance, wordToReporter: 'รับแล้ว' }, ['wordToReporter']],
    ['a repeated case that is not there', { ...grievance, repeatOf: 'NWT-2569-0000000' }, ['repeatOf']],
    ['an ending without ground', { ...ending, ground: undefined }, ['ground']],
    ['an ending that the reporter is not told', { ...ending, wordToReporter: undefined }, ['wordToReporter']],
    ['an ending for nobody’s power', { ...ending, ground: 'sent_to_competent_body' }, ['competentBody']],
    ['"not specific" of what is specific', { ...ending, ground: 'not_specific', specificEnough: true }, ['ground']],
    [
      '"not specific" against the checklist',
      { ...ending, ground: 'not_specific', checklist: ['who', 'act', 'documents', 'reachable_witness'] },
      ['ground'],
    ],
  ] as [string, SortingInput, string[]][])('refuses %s by field and writes nothing', async (_what, input, fields) => {
    const file = await desk.openCase();
    expect(await fieldsOf(sort(file, input))).toEqual(fields);
    expect(await sheetsOf(file)).toEqual([]);
    expect(await now(file)).toMatchObject({ status: 'received', type: 'general' });
    expect(await desk.storyOf(file)).toHaveLength(1);
  });

  it('needs no agency when the accused is no official', async () => {
    const file = await desk.openCase();
    await sort(file, { ...grievance, type: 'misconduct', accusedKind: 'other' });
    expect((await now(file)).status).toBe('sorted');
  });

  it('does not take the case itself for the one it repeats, and keeps the other by id', async () => {
    const first = await desk.openCase();
    const file = await desk.openCase();
    expect(await fieldsOf(sort(file, { ...grievance, repeatOf: file.number }))).toEqual(['repeatOf']);
    const { sheet } = await sort(file, { ...grievance, repeatOf: first.number });
    expect(sheet.repeatOf).toBe(first.id);
  });

  it('notes the checklist of an anonymous report with what the resolution of 1998 makes of it', async () => {
    const anonymous = await desk.openCase();
    const { sheet } = await sort(anonymous, { ...grievance, checklist: ['act', 'where'] });
    expect(sheet).toMatchObject({ checklist: ['act', 'where'], advice: 'ask', askedReporter: false });
    const open = await desk.openCase(named);
    expect((await sort(open, { ...grievance, checklist: ['act'] })).sheet).toMatchObject({
      checklist: null,
      advice: null,
    });
  });

  it('ends only when a second person grants it, and the line carries the word for the reporter', async () => {
    const file = await desk.openCase();
    const { sheet, approvalId } = await sort(file, { ...ending, type: 'corruption', corruptionAlleged: 'yes' });
    expect(approvalId).not.toBeNull();
    expect(await now(file)).toMatchObject({ status: 'received', type: 'general', outcome: null });
    expect((await desk.storyOf(file)).at(-1)).toMatchObject({
      kind: 'endingProposed',
      to: null,
      data: { ground: 'in_court', outcome: 'not_accepted', askedReporter: false },
    });
    await expect(decide(file, officer, true)).rejects.toMatchObject({ code: 'Forbidden' });
    await decide(file, head, true);
    expect(await now(file)).toMatchObject({
      status: 'ended',
      open: false,
      outcome: 'not_accepted',
      type: 'corruption',
      corruptionAlleged: 'yes',
    });
    expect((await desk.storyOf(file)).at(-1)).toEqual({
      kind: 'ended',
      from: 'received',
      to: 'ended',
      data: { sheetId: sheet.id, ground: 'in_court', outcome: 'not_accepted', competentBody: null },
      itemId: sheet.wordItem,
    });
  });

  it('does not let the head grant her own ending; the executive grants the head’s and no officer’s', async () => {
    const executive = desk.person('executive');
    const file = await desk.openCase();
    await sort(file, ending, head);
    await expect(decide(file, head, true)).rejects.toMatchObject({ code: 'NeedsSecondPerson' });
    await decide(file, executive, true);
    expect((await now(file)).status).toBe('ended');
    const other = await desk.openCase();
    await sort(other, ending);
    await expect(decide(other, executive, true)).rejects.toMatchObject({ code: 'Forbidden' });
  });

  it('leaves a refused ending to be sorted again, on another sheet', async () => {
    const file = await desk.openCase();
    await sort(file, ending);
    await expect(sort(file, ending, head)).rejects.toMatchObject({ code: 'AlreadyAsked' });
    expect(await sheetsOf(file)).toHaveLength(1);
    await decide(file, head, false);
    expect((await now(file)).status).toBe('received');
    await sort(file, grievance);
    expect((await sheetsOf(file)).map(({ outcome }) => outcome)).toEqual(['end', 'accept']);
  });

  it('drops a waiting ending when the case is accepted after all', async () => {
    const file = await desk.openCase();
    await sort(file, ending);
    await sort(file, grievance, head);
    await expect(decide(file, desk.person('desk_head'), true)).rejects.toMatchObject({ code: 'NothingToDecide' });
    expect((await now(file)).status).toBe('sorted');
  });

  it('sorts a reopened case on a new sheet', async () => {
    const file = await desk.openCase();
    await sort(file, ending);
    await decide(file, head, true);
    await desk.bring(await now(file), 'reopen');
    await sort(file, grievance);
    expect(await sheetsOf(file)).toHaveLength(2);
  });

  it('takes the step in no other status and says what is allowed', async () => {
    const road: readonly MovingAct[] = ['sort', 'refer', 'verify', 'find', 'report', 'order', 'record'];
    const reached = new Set<string>();
    for (let length = 1; length <= road.length; length++) {
      const file = await desk.bring(await desk.openCase(), ...road.slice(0, length));
      reached.add(file.status);
      await expect(sort(file, grievance)).rejects.toMatchObject({ code: 'StepOutOfOrder', status: 409 });
      await expect(sort(file, ending)).rejects.toMatchObject({ code: 'StepOutOfOrder' });
    }
    for (const act of ['end', 'withdraw', 'merge'] as const) {
      const file = await desk.bring(await desk.openCase(), act);
      reached.add(file.status);
      await expect(sort(file, grievance)).rejects.toMatchObject({ code: 'StepOutOfOrder' });
    }
    expect(STATUSES.filter((status) => status !== 'received' && !reached.has(status))).toEqual([]);
  });

  it('shows a case to nobody whose it is not', async () => {
    const file = await desk.openCase();
    for (const role of ['auditor', 'administrator', 'committee', 'investigator', 'agency_contact'] as const) {
      await expect(sort(file, grievance, desk.person(role))).rejects.toMatchObject({ code: 'CaseNotFound' });
    }
  });

  it('leaves the case untouched when its paper cannot be written', async () => {
    const file = await desk.openCase();
    const broken = jest.spyOn(desk.get(SortingSheets), 'write').mockRejectedValueOnce(new Error('disk full'));
    await expect(sort(file, grievance)).rejects.toThrow('disk full');
    broken.mockRestore();
    const told = jest.spyOn(desk.get(Cases), 'move').mockRejectedValueOnce(new Error('no line'));
    await expect(sort(file, rigged)).rejects.toThrow('no line');
    told.mockRestore();
    expect(await now(file)).toMatchObject({ status: 'received', type: 'general', severity: null });
    expect(await sheetsOf(file)).toEqual([]);
    expect(await desk.get(Classifications).of(file.id)).toEqual([]);
    expect(await desk.storyOf(file)).toHaveLength(1);
  });

  it('lets one of 16 officers take the step; 15 are told that it is taken', async () => {
    const file = await desk.openCase();
    const tries = await Promise.allSettled(
      Array.from({ length: 16 }, () => sort(file, grievance, desk.person('desk_officer'))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []));
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 15 }, () => 'StepOutOfOrder'));
    expect(await sheetsOf(file)).toHaveLength(1);
    expect((await desk.storyOf(file)).filter(({ kind }) => kind === 'sorted')).toHaveLength(1);
  });
});
