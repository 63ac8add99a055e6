import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import type { Looker } from '../access/looker';
import { Province } from '../agencies/agencies';
import type { CaseFile } from '../cases/case-file.entity';
import { NeedsSecondPerson } from '../cases/errors';
import { JobsModule } from '../platform/jobs/jobs.module';
import { CalendarChanges } from './calendar-changes';
import { changed } from './calendar-change.rules';
import { CalendarPreview } from './calendar-preview';
import { CalendarVersion } from './calendar-version.entity';
import { Calendars } from './calendars';
import { WorkCalendar } from './calendar.rules';
import { DEADLINE_ENTITIES } from './deadlines.entities';
import { DeadlineRung } from './deadline-rung.entity';
import { Deadline } from './deadline.entity';
import { DeadlinesModule } from './deadlines.module';
import { AlreadyDecided, CalendarUnchanged, CalendarWaits, NotTheNewest } from './errors';
import { Extensions } from './extensions.service';
import { recount } from './recount.rules';
import { Sweep } from './sweep';
import { at } from './testing/calendars';

eachHome((_home, place) => {
  let desk: Desk;
  let keeper: Looker;
  let head: Looker;

  beforeEach(async () => {
    desk = await Desk.open(await place(), [JobsModule, DeadlinesModule], DEADLINE_ENTITIES);
    // Friday 6 November 2026: no holiday within a month.
    desk.rooms.clock.set(at('2026-11-06 10:00'));
    keeper = desk.person('administrator');
    head = desk.person('desk_head');
    await sweep();
  });
  afterEach(() => desk.close());

  const sweep = () => desk.get(Sweep).run();
  const goTo = (text: string) => desk.rooms.clock.set(at(text));
  const changes = () => desk.get(CalendarChanges);
  const closes = (...days: readonly string[]) =>
    changes().propose(keeper, {
      closes: days.map((day) => ({ day, nameTh: 'วันหยุดพิเศษ', nameEn: 'Special holiday' })),
      opens: [],
      letterNo: 'นร 0505/ว 123',
    });
  const approve = ({ no }: CalendarVersion) => changes().decide(head, no, true);
  const preview = async ({ no }: CalendarVersion, looker = head) =>
    desk.get(CalendarPreview).of(looker, await changes().find(no));
  const runOf = (file: CaseFile, clock: Deadline['clock']) =>
    desk.database.reader.findOneByOrFail(Deadline, { caseId: file.id, clock });
  const everyByte = async () => ({
    deadlines: await desk.database.reader.query('SELECT * FROM deadline ORDER BY id'),
    pauses: await desk.database.reader.query('SELECT * FROM deadline_pause ORDER BY id'),
    extensions: await desk.database.reader.query('SELECT * FROM deadline_extension ORDER BY id'),
    rungs: await desk.database.reader.query('SELECT * FROM deadline_rung ORDER BY id'),
    cases: await desk.database.reader.query('SELECT * FROM case_file ORDER BY id'),
  });
  const moves = async (file: CaseFile) => (await desk.storyOf(file)).filter(({ kind }) => kind === 'dueMoved');

  it('a holiday announced after filing: seen with old and new date, approved, applied, undone to every byte', async () => {
    const file = await desk.openCase();
    const before = await everyByte();
    const proposed = await closes('2026-11-09');
    expect(await everyByte()).toEqual(before);
    const { moved } = await preview(proposed);
    expect(moved.find(({ clock }) => clock === 'sort')).toEqual({
      number: file.number,
      clock: 'sort',
      clockNo: 1,
      was: at('2026-11-09 16:30'),
      will: at('2026-11-10 16:30'),
      told: ['assignee'],
      assignee: null,
      agencyCode: null,
    });
    expect(moved.map(({ clock }) => clock).sort()).toEqual(['personal_ack', 'sort']);

    await approve(proposed);
    const sort = await runOf(file, 'sort');
    expect(sort).toMatchObject({ dueAt: at('2026-11-10 16:30'), nextRungAt: at('2026-11-10 08:30') });
    expect(recount(sort.explanation)).toBe(sort.dueAt);
    expect(sort.calendarVersion).toBe(proposed.version);
    expect(await moves(file)).toHaveLength(2);
    expect((await preview(proposed)).moved).toEqual(moved);
    expect((await changes().find(proposed.no)).state).toBe('in_force');

    await changes().undo(head, proposed.no);
    const after = await everyByte();
    const untold = (row: object) => ({ ...row, last_event_at: null });
    expect({ ...after, cases: after.cases.map(untold) }).toEqual({ ...before, cases: before.cases.map(untold) });
  });

  it('counts cases that come in between with it, and puts them right when it is undone', async () => {
    const proposed = await closes('2026-11-09');
    await approve(proposed);
    const file = await desk.openCase();
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-10 16:30'));
    await changes().undo(head, proposed.no);
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-09 16:30'));
  });

  it('leaves alone what has been breached and told, going and coming back', async () => {
    const file = await desk.openCase();
    goTo('2026-11-10 09:00');
    await sweep();
    const told = await runOf(file, 'sort');
    expect(await desk.database.reader.countBy(DeadlineRung, { deadlineId: told.id })).toBe(2);
    const proposed = await closes('2026-11-09');
    expect(await preview(proposed)).toMatchObject({ staying: 1 });
    await approve(proposed);
    expect(await runOf(file, 'sort')).toEqual(told);
    await changes().undo(head, proposed.no);
    expect(await runOf(file, 'sort')).toEqual(told);
  });

  it('counts anew on undoing what an extension has moved in between', async () => {
    const file = await desk.openCase();
    const proposed = await closes('2026-11-09');
    await approve(proposed);
    const officer = desk.person('desk_officer');
    await desk.get(Extensions).ask(officer, file.number, { clock: 'sort', amount: 1, reason: 'รอเอกสาร' });
    const [asked] = await desk.database.reader.query<{ id: string }[]>('SELECT id FROM deadline_extension');
    await desk.get(Extensions).decide(head, file.number, asked?.id ?? '', { grant: true });
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-11 16:30'));
    await changes().undo(head, proposed.no);
    const sort = await runOf(file, 'sort');
    expect(sort.dueAt).toBe(at('2026-11-10 16:30'));
    expect(recount(sort.explanation)).toBe(sort.dueAt);
  });

  it('moves a reminder alone when the due date lies before the new holiday', async () => {
    const file = await desk.openCase();
    const sort = await runOf(file, 'sort');
    goTo('2026-11-09 09:00');
    await sweep();
    expect((await runOf(file, 'sort')).nextRungAt).toBe(at('2026-11-10 08:30'));
    await approve(await closes('2026-11-10'));
    expect(await runOf(file, 'sort')).toMatchObject({ dueAt: sort.dueAt, nextRungAt: at('2026-11-11 08:30') });
    expect((await moves(file)).map(({ data }) => data.clock)).toEqual(['personal_ack']);
  });

  it('moves back what a cancelled holiday had moved away', async () => {
    await approve(await closes('2026-11-09'));
    const file = await desk.openCase();
    const opens = await changes().propose(keeper, { closes: [], opens: ['2026-11-09'], letterNo: 'นร 0505/ว 124' });
    await approve(opens);
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-09 16:30'));
    expect((await desk.get(Calendars).look()).version).toBe(desk.get(Calendars).ofFile.version);
  });

  it('takes two persons, one change at a time, and undoes the newest only', async () => {
    const both = { ...desk.person('administrator', 'desk_head'), officerId: keeper.officerId };
    const first = await closes('2026-11-09');
    await expect(closes('2026-11-10')).rejects.toThrow(CalendarWaits);
    await expect(changes().decide(both, first.no, true)).rejects.toThrow(NeedsSecondPerson);
    await approve(first);
    await expect(approve(first)).rejects.toThrow(AlreadyDecided);
    await expect(closes('2026-11-09')).rejects.toThrow(CalendarUnchanged);
    const second = await closes('2026-11-10');
    await changes().decide(head, second.no, false);
    const third = await closes('2026-11-11');
    await approve(third);
    await expect(changes().undo(head, first.no)).rejects.toThrow(NotTheNewest);
    await changes().undo(head, third.no);
    await changes().undo(head, first.no);
    await expect(changes().undo(head, 1)).rejects.toThrow(NotTheNewest);
    expect((await desk.get(Calendars).look()).version).toBe(desk.get(Calendars).ofFile.version);
  });

  it('shows nobody a case that the wall hides from her, and moves it all the same', async () => {
    const file = await desk.openCase();
    const proposed = await closes('2026-11-09');
    expect(await preview(proposed, { ...head, hidden: [file.id] })).toEqual({ moved: [], unmoved: 0, staying: 0 });
    await approve(proposed);
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-10 16:30'));
  });

  it('goes on where a crash interrupted it, and finds what began with the old calendar meanwhile', async () => {
    const file = await desk.openCase();
    const proposed = await closes('2026-11-09');
    const decided = { state: 'in_force', decidedBy: head.officerId, decidedAt: at('2026-11-06 10:00') } as const;
    await desk.database.write((em) => em.update(CalendarVersion, { id: proposed.id }, decided));
    await sweep();
    expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-10 16:30'));
    expect((await changes().find(proposed.no)).carriedAt).toBeNull();

    const late = await desk.openCase();
    const old = desk.get(Calendars).ofFile;
    await desk.database.write((em) =>
      em.update(
        Deadline,
        { caseId: late.id, clock: 'sort' },
        {
          dueAt: at('2026-11-09 16:30'),
          calendarVersion: old.version,
        },
      ),
    );
    await sweep();
    expect((await runOf(late, 'sort')).dueAt).toBe(at('2026-11-10 16:30'));
    goTo('2026-11-06 10:05');
    await sweep();
    expect((await changes().find(proposed.no)).carriedAt).toBe(at('2026-11-06 10:05'));
  });

  it('fires no rung of a date that a holiday has moved', async () => {
    const file = await desk.openCase();
    await approve(await closes('2026-11-09'));
    goTo('2026-11-09 09:00');
    await sweep();
    const { id } = await runOf(file, 'sort');
    expect(await desk.database.reader.countBy(DeadlineRung, { deadlineId: id })).toBe(0);
    goTo('2026-11-10 09:00');
    await sweep();
    expect(await desk.database.reader.countBy(DeadlineRung, { deadlineId: id })).toBe(1);
  });

  describe('a new edition of the file', () => {
    const edition = (...days: readonly string[]) => {
      const calendars = desk.get(Calendars);
      const change = { closes: days.map((day) => ({ day, nameTh: 'ใหม่', nameEn: 'New' })), opens: [] };
      Object.assign(calendars, { ofFile: new WorkCalendar(changed(calendars.ofFile.source, change)) });
      Object.assign(changes(), { settled: '' });
    };

    it('is taken over at once when no open clock reaches it', async () => {
      const file = await desk.openCase();
      edition('2027-12-01');
      await sweep();
      expect((await changes().list()).map(({ no, state, origin }) => [no, state, origin])).toEqual([
        [2, 'in_force', 'file'],
        [1, 'in_force', 'file'],
      ]);
      expect(await moves(file)).toEqual([]);
    });

    it('waits for the desk head when it would move one, and is not asked for again once refused', async () => {
      const file = await desk.openCase();
      edition('2026-11-09');
      await sweep();
      const [proposed] = await changes().list();
      expect(proposed).toMatchObject({ state: 'proposed', proposedBy: null });
      expect((await runOf(file, 'sort')).dueAt).toBe(at('2026-11-09 16:30'));
      await changes().decide(head, 2, false);
      await sweep();
      await sweep();
      expect((await changes().list()).map(({ state }) => state)).toEqual(['refused', 'in_force']);
    });

    it('keeps what was announced and approved before it', async () => {
      await approve(await closes('2026-11-09'));
      edition('2027-12-01');
      await sweep();
      const calendar = await desk.get(Calendars).look();
      expect(['2026-11-09', '2027-12-01'].map((day) => calendar.isWorkingDay(day))).toEqual([false, false]);
    });
  });

  it('another process counts with it from its next look on', async () => {
    const other = new Calendars(desk.database, desk.get(Province));
    expect((await other.look()).isWorkingDay('2026-11-09')).toBe(true);
    await approve(await closes('2026-11-09'));
    expect((await other.look()).isWorkingDay('2026-11-09')).toBe(false);
  });

  it('stops nothing when it cannot be looked at', async () => {
    const file = await desk.openCase();
    goTo('2026-11-09 09:00');
    const turn = jest.spyOn(changes(), 'turn').mockRejectedValueOnce(new Error('broken'));
    await sweep();
    turn.mockRestore();
    const { id } = await runOf(file, 'sort');
    expect(await desk.database.reader.countBy(DeadlineRung, { deadlineId: id })).toBe(1);
  });
});
