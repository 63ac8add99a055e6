import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Referrals } from '../cases/referrals';
import type { NewLine } from '../cases/story-line';
import { JobsModule } from '../platform/jobs/jobs.module';
import { DEADLINE_ENTITIES } from './deadlines.entities';
import { DeadlineRung } from './deadline-rung.entity';
import { Deadline } from './deadline.entity';
import { DeadlinesModule } from './deadlines.module';
import { Deadlines } from './deadlines.service';
import { Extensions } from './extensions.service';
import { Ledger } from './ledger';
import { recount } from './recount.rules';
import { Sweep } from './sweep';
import { at } from './testing/calendars';

const OFFICER = { kind: 'officer', id: 'o1' } as const;
const REPORTER = { kind: 'reporter', id: null } as const;

eachHome((_home, place) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(await place(), [JobsModule, DeadlinesModule], DEADLINE_ENTITIES);
  });
  afterAll(() => desk.close());
  // Friday 6 November 2026: no holiday within a month.
  beforeEach(() => desk.rooms.clock.set(at('2026-11-06 10:00')));

  const goTo = (text: string) => desk.rooms.clock.set(at(text));
  const tell = (file: CaseFile, kind: NewLine['kind'], line: Partial<NewLine> = {}) =>
    desk.database.write(() => desk.get(Cases).tell(file, { kind, by: OFFICER, ...line }));
  const move = (
    file: CaseFile,
    act: Parameters<Cases['move']>[1],
    kind: NewLine['kind'],
    line: Partial<NewLine> = {},
  ) => desk.database.write(() => desk.get(Cases).move(file, act, { kind, by: OFFICER, ...line }));
  const runsOf = (file: CaseFile): Promise<Deadline[]> =>
    desk.database.reader.find(Deadline, { where: { caseId: file.id }, order: { startsAt: 'ASC', id: 'ASC' } });
  const runOf = async (file: CaseFile, clock: Deadline['clock']): Promise<Deadline> => {
    const run = (await runsOf(file)).findLast((one) => one.clock === clock);
    if (!run) throw new Error(`no ${clock}`);
    return run;
  };
  const openClocks = async (file: CaseFile) =>
    (await runsOf(file))
      .filter(({ state }) => state !== 'stopped')
      .map(({ clock }) => clock)
      .sort();
  const nextDue = async (file: CaseFile) =>
    (await desk.database.reader.findOneByOrFail(CaseFile, { id: file.id })).nextDueAt;
  const rungsOf = async (run: Deadline) =>
    (await desk.database.reader.find(DeadlineRung, { where: { deadlineId: run.id }, order: { rung: 'ASC' } })).map(
      ({ rung, dueWas, lateness, passed }) => ({ rung, dueWas, lateness, passed }),
    );
  const refer = async (file: CaseFile) => {
    await move(file, 'sort', 'sorted');
    const referral = await desk.refer(file, 'NWT-LAND', 'sent');
    await move(file, 'refer', 'referralSent', { data: { referralId: referral.id } });
    return referral;
  };
  const sweep = () => desk.get(Sweep).run();

  it('gives a case its clocks in the transaction of its first line', async () => {
    const file = await desk.openCase();
    expect(await openClocks(file)).toEqual(['auto_ack', 'no_news', 'personal_ack', 'progress', 'sort', 'superior']);
    const sort = await runOf(file, 'sort');
    expect(sort).toMatchObject({ clockNo: 1, dueAt: at('2026-11-09 16:30'), nextRungAt: at('2026-11-09 08:30') });
    expect(recount(sort.explanation)).toBe(sort.dueAt);
    expect(await nextDue(file)).toBe(at('2026-11-06 10:00'));
    await tell(file, 'superiorTold');
    expect(await runOf(file, 'superior')).toMatchObject({ state: 'stopped', metInTime: true });
    expect(await nextDue(file)).toBe(at('2026-11-07 10:00'));
  });

  it('leaves neither case nor clock when the line cannot be told', async () => {
    const before = await desk.database.reader.count(Deadline);
    const failing = desk.database.write(async () => {
      await desk.openCase();
      throw new Error('the paper cannot be written');
    });
    await expect(failing).rejects.toThrow('the paper cannot be written');
    expect(await desk.database.reader.count(Deadline)).toBe(before);
  });

  it('starts nothing twice when it hears a line twice', async () => {
    const file = await desk.openCase();
    const line = await move(file, 'sort', 'sorted');
    const before = await runsOf(file);
    await desk.database.write(() => desk.get(Ledger).hear(file, line));
    expect(await runsOf(file)).toEqual(before);
  });

  it('starts the clock of a paper on the day it was received, not on the day it was typed', async () => {
    const file = await desk.openCase({ receivedAt: at('2026-11-03 14:00') });
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-04 16:30'));
  });

  it('stops the sorting clock when sorted and starts the next, with the amount for an accused official', async () => {
    const file = await desk.openCase({ accusedKind: 'state_official' });
    goTo('2026-11-09 11:00');
    await move(file, 'sort', 'sorted');
    expect(await runOf(file, 'sort')).toMatchObject({ state: 'stopped', stopReason: 'done', metInTime: true });
    expect(await runOf(file, 'refer')).toMatchObject({ dueAt: at('2026-11-16 16:30'), officialAccused: true });
  });

  it('counts anew when the accused turns out to be an official, and keeps the paused time', async () => {
    const head = desk.person('desk_head');
    const file = await desk.openCase();
    await refer(file);
    const calm = (await runOf(file, 'verify')).dueAt;
    await desk.get(Deadlines).pause(head, file.number, { clock: 'verify', reason: 'waiting_reporter' });
    goTo('2026-11-09 10:00');
    const pauses = (await desk.get(Deadlines).see(head, file.number)).rows.pauses;
    await desk.get(Deadlines).resume(head, file.number, pauses[0]!.id);
    await desk.database.write(async () => {
      await desk.get(Cases).change(file, { accusedKind: 'state_official' });
      await desk.get(Cases).tell(file, { kind: 'classified', by: OFFICER });
    });
    expect(calm).toBe(at('2026-11-23 16:30'));
    const verify = await runOf(file, 'verify');
    expect(verify.dueAt).toBe(at('2026-12-09 16:30'));
    expect(recount(verify.explanation)).toBe(verify.dueAt);
  });

  it('a comment moves nothing', async () => {
    const file = await desk.openCase();
    const before = await runsOf(file);
    goTo('2026-11-09 10:00');
    await tell(file, 'commented');
    await tell(file, 'assigned');
    expect(await runsOf(file)).toEqual(before);
  });

  it("notes the agency's due date at the referral and stops its clock with its final answer", async () => {
    const file = await desk.openCase();
    const referral = await refer(file);
    const run = await runOf(file, 'agency_answer');
    expect(run).toMatchObject({ referralId: referral.id, dueAt: at('2026-11-23 16:30') });
    expect((await desk.get(Referrals).find(file.id, referral.id))?.dueAt).toBe(run.dueAt);
    goTo('2026-11-24 09:00');
    await tell(file, 'referralFinal', { data: { referralId: referral.id } });
    expect(await runOf(file, 'agency_answer')).toMatchObject({ state: 'stopped', metInTime: false });
  });

  it('withdrawal stops every clock', async () => {
    const file = await desk.openCase();
    await move(file, 'withdraw', 'withdrawn');
    expect(await openClocks(file)).toEqual([]);
    expect(await nextDue(file)).toBeNull();
  });

  it('reopening starts new clocks and keeps the old breach', async () => {
    const file = await desk.openCase();
    goTo('2026-11-11 10:00');
    await move(file, 'end', 'ended');
    goTo('2026-11-20 10:00');
    await move(file, 'reopen', 'reopened');
    const sorts = (await runsOf(file)).filter(({ clock }) => clock === 'sort');
    expect(sorts.map(({ clockNo, state, metInTime }) => [clockNo, state, metInTime])).toEqual([
      [1, 'stopped', false],
      [2, 'running', null],
    ]);
    expect(sorts[1]?.dueAt).toBe(at('2026-11-23 16:30'));
  });

  it('pauses the clocks that wait for the reporter while a question is open, and goes on when she writes', async () => {
    const file = await desk.openCase();
    goTo('2026-11-09 08:30');
    await tell(file, 'wordSent', { data: { question: true } });
    expect(await runOf(file, 'sort')).toMatchObject({ state: 'paused', nextRungAt: at('2026-11-24 08:30') });
    goTo('2026-11-12 08:30');
    await tell(file, 'wordSent', { by: REPORTER });
    expect(await runOf(file, 'sort')).toMatchObject({ state: 'running', dueAt: at('2026-11-12 16:30') });
  });

  it('lets a pause end by itself when its days are used up', async () => {
    const file = await desk.openCase();
    const clerk = desk.person('desk_officer');
    await desk.get(Deadlines).pause(clerk, file.number, { clock: 'sort', reason: 'waiting_reporter', why: 'รอเอกสาร' });
    goTo('2026-11-21 12:00');
    await sweep();
    expect(await runOf(file, 'sort')).toMatchObject({ state: 'running', dueAt: at('2026-11-23 16:30') });
    expect((await desk.storyOf(file)).filter(({ kind }) => kind === 'resumed')).toHaveLength(1);
    const again = desk.get(Deadlines).pause(clerk, file.number, { clock: 'sort', reason: 'waiting_reporter' });
    await expect(again).rejects.toThrow('used up its days');
  });

  it('grants more time by a second person, and undoes it to the byte', async () => {
    const [clerk, head] = [desk.person('desk_officer'), desk.person('desk_head')];
    const extensions = desk.get(Extensions);
    const file = await desk.openCase();
    const before = await runOf(file, 'sort');
    await extensions.ask(clerk, file.number, { clock: 'sort', amount: 3, reason: 'พยานหลายปาก' });
    const idOf = async () => (await desk.get(Deadlines).see(head, file.number)).rows.extensions[0]!.id;
    await expect(extensions.decide(clerk, file.number, await idOf(), { grant: true })).rejects.toThrow('second person');
    await extensions.decide(head, file.number, await idOf(), { grant: true });
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-12 16:30'));
    await expect(extensions.ask(clerk, file.number, { clock: 'sort', amount: 1, reason: 'อีก' })).rejects.toThrow(
      'as often',
    );
    await extensions.undo(head, file.number, await idOf());
    expect(await runOf(file, 'sort')).toEqual(before);
    expect((await desk.storyOf(file)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['extensionAsked', 'extensionGranted', 'extensionUndone']),
    );
  });

  it('lets the executive alone decide what the head asks', async () => {
    const [head, other, executive] = [desk.person('desk_head'), desk.person('desk_head'), desk.person('executive')];
    const extensions = desk.get(Extensions);
    const file = await desk.openCase();
    await extensions.ask(head, file.number, { clock: 'sort', amount: 2, reason: 'ต้องตรวจเอกสาร' });
    const { id } = (await desk.get(Deadlines).see(head, file.number)).rows.extensions[0]!;
    await expect(extensions.decide(other, file.number, id, { grant: true })).rejects.toThrow('may not');
    await extensions.decide(executive, file.number, id, { grant: false });
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-09 16:30'));
  });

  it('shows an agency the clocks of its own referrals and no other', async () => {
    const file = await desk.openCase();
    await refer(file);
    const contact = { ...desk.person('agency_contact'), agencyCode: 'NWT-LAND' };
    const seen = await desk.get(Deadlines).see(contact, file.number);
    expect(seen.rows.runs.map(({ clock }) => clock)).toEqual(['agency_answer']);
    const stranger = { ...contact, agencyCode: 'NWT-PROB' };
    await expect(desk.get(Deadlines).see(stranger, file.number)).rejects.toThrow('no such case');
  });

  it('fires each rung once, as a row and a line, at 08:30 of its day', async () => {
    const file = await desk.openCase();
    await refer(file);
    const run = await runOf(file, 'agency_answer');
    goTo('2026-11-23 08:29');
    await sweep();
    expect(await rungsOf(run)).toEqual([]);
    goTo('2026-11-23 08:31');
    await sweep();
    await sweep();
    expect(await rungsOf(run)).toEqual([{ rung: 1, dueWas: at('2026-11-23 08:30'), lateness: 60, passed: false }]);
    const fired = (await desk.storyOf(file)).filter(
      ({ kind, data }) => kind === 'rungFired' && data.deadline === run.id,
    );
    expect(fired.map(({ data }) => data)).toEqual([
      expect.objectContaining({ clock: 'agency_answer', rung: 1, who: 'agency', notice: 'agency_reminder_1' }),
    ]);
  });

  it('after an outage lets the highest rung alone speak', async () => {
    const file = await desk.openCase();
    await refer(file);
    const run = await runOf(file, 'agency_answer');
    goTo('2026-12-08 09:00');
    await sweep();
    expect((await rungsOf(run)).map(({ rung, passed }) => [rung, passed])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    const fired = (await desk.storyOf(file)).filter(
      ({ kind, data }) => kind === 'rungFired' && data.deadline === run.id,
    );
    expect(fired).toHaveLength(1);
  });

  it('fires every rung exactly once when four sweeps run at the same time', async () => {
    const files: CaseFile[] = [];
    for (let i = 0; i < 12; i++) files.push(await desk.openCase());
    goTo('2026-11-10 09:00');
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    await sweep();
    for (const file of files) {
      expect(await rungsOf(await runOf(file, 'sort'))).toHaveLength(2);
      const fired = (await desk.storyOf(file)).filter(
        ({ kind, data }) => kind === 'rungFired' && data.clock === 'sort',
      );
      expect(fired.map(({ data }) => data.rung)).toEqual([2]);
    }
  });

  it('keeps an explanation in which every due date can be found again', async () => {
    const runs = await desk.database.reader.find(Deadline);
    expect(runs.length).toBeGreaterThan(50);
    for (const run of runs) expect(recount(run.explanation)).toBe(run.dueAt);
  });

  it('keeps the entities and the migration the same', async () => {
    const { upQueries } = await desk.database.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).filter((query) => query.includes('deadline'))).toEqual([]);
  });
});
