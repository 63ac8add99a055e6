import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { sql } from '../platform/database/sql';
import { LifeSign } from '../platform/jobs/life-sign';
import { DEADLINE_ENTITIES } from './deadlines.entities';
import { DeadlinesModule } from './deadlines.module';
import { Sweep } from './sweep';
import { at } from './testing/calendars';

/** Very many clocks fall due at the same minute: what came on Thursday is to be sorted on Friday, told at 08:30. */
eachHome((home, place) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(await place(), [DeadlinesModule], DEADLINE_ENTITIES);
  });
  afterAll(() => desk.close());
  beforeEach(() => goTo('2026-11-05 10:00'));
  afterEach(async () => {
    jest.restoreAllMocks();
    await sweep();
  });

  const goTo = (text: string) => desk.rooms.clock.set(at(text));
  const sweep = () => desk.get(Sweep).run();
  const opened = (count: number): Promise<CaseFile[]> =>
    desk.database.write(async () => {
      const files: CaseFile[] = [];
      while (files.length < count) files.push(await desk.openCase());
      return files;
    });
  /** How often each of these cases was told of, oldest telling first; and how many rungs were recorded in all. */
  const told = async (files: readonly CaseFile[]) => {
    const ids = new Set(files.map(({ id }) => id));
    const { reader } = desk.database;
    const of = (rows: readonly { readonly case_id: string }[]) =>
      rows.map(({ case_id: id }) => id).filter((id) => ids.has(id));
    return {
      lines: of(await sql(reader, `SELECT case_id FROM case_event WHERE kind = 'rungFired' ORDER BY seq`)),
      rungs: of(await sql(reader, 'SELECT d.case_id FROM deadline_rung r JOIN deadline d ON d.id = r.deadline_id')),
    };
  };
  const each = (files: readonly CaseFile[]) => files.map(({ id }) => id).sort();
  /** The story of this case cannot be written: its clocks fail. */
  const breakStoryOf = (file: CaseFile) => {
    const cases = desk.get(Cases);
    const tell = cases.tell.bind(cases);
    jest
      .spyOn(cases, 'tell')
      .mockImplementation((of, line) => (of.id === file.id ? Promise.reject(new Error('no paper')) : tell(of, line)));
  };
  it('fires 300 that are due at once each once, with two sweeps side by side and a report that comes in between', async () => {
    const files = await opened(300);
    goTo('2026-11-06 08:31');
    const [late] = await Promise.all([opened(1), sweep(), sweep()]);
    await sweep();
    const { lines, rungs } = await told(files);
    expect([...lines].sort()).toEqual(each(files));
    expect([...rungs].sort()).toEqual(each(files));
    expect(await told(late)).toEqual({ lines: [], rungs: [] });
    expect((await desk.storyOf(late[0]!)).map(({ kind }) => kind)).toEqual(['received']);
  });

  it('is known to go on in the midst of a long round, before it is at its end', async () => {
    const files = await opened(60);
    goTo('2026-11-06 08:31');
    const signs: string[] = [];
    const life = desk.get(LifeSign);
    const goes = jest.spyOn(life, 'goes').mockImplementation(() => void signs.push('goes'));
    jest.spyOn(life, 'beat').mockImplementation(() => void signs.push('beat'));
    await sweep();
    goes.mockRestore();
    expect(signs.length).toBeGreaterThan(2);
    expect([...new Set(signs)]).toEqual(['goes', 'beat']);
    expect((await told(files)).lines).toHaveLength(60);
  });

  it('takes the oldest first', async () => {
    const older = await opened(30);
    goTo('2026-11-05 10:01');
    await desk.database.write((em) =>
      sql(em, `UPDATE deadline SET next_rung_at = $1 WHERE case_id = $2 AND clock = 'sort'`, [
        at('2026-11-06 08:00'),
        older[17]!.id,
      ]),
    );
    goTo('2026-11-06 08:31');
    await sweep();
    const { lines } = await told(older);
    expect(lines).toHaveLength(30);
    expect(lines[0]).toBe(older[17]!.id);
  });

  it('leaves a case that fails for the next turn, and no other with it', async () => {
    const files = await opened(60);
    const [broken, ...sound] = [files[20]!, ...files.filter((_, no) => no !== 20)];
    goTo('2026-11-06 08:31');
    breakStoryOf(broken);
    await sweep();
    expect([...(await told(sound)).lines].sort()).toEqual(each(sound));
    expect(await told([broken])).toEqual({ lines: [], rungs: [] });
    jest.restoreAllMocks();
    await sweep();
    expect(await told([broken])).toEqual({ lines: [broken.id], rungs: [broken.id] });
    expect((await told(sound)).lines).toHaveLength(59);
  });

  if (home === 'PostgreSQL')
    it('passes over a case that an officer is at work on, and waits for nobody', async () => {
      const files = await opened(10);
      const [held, ...free] = files;
      goTo('2026-11-06 08:31');
      const letGo = await desk.holdCase(held!);
      await sweep();
      await letGo();
      expect([...(await told(free)).lines].sort()).toEqual(each(free));
      expect((await told([held!])).lines).toEqual([]);
      await sweep();
      expect((await told([held!])).lines).toEqual([held!.id]);
    });
});
