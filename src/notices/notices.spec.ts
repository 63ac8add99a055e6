import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { SYSTEM } from '../cases/story-line';
import { DEADLINE_ENTITIES } from '../deadlines/deadlines.entities';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { EVIDENCE_ENTITIES } from '../evidence/evidence.entities';
import { JobPort } from '../platform/jobs/job-port';
import { PROCEEDINGS_ENTITIES } from '../proceedings/proceedings.entities';
import { ProceedingsModule } from '../proceedings/proceedings.module';
import { REPORTERS_ENTITIES } from '../reporters/reporters.entities';
import { ReportersModule } from '../reporters/reporters.module';
import { NOTICES_ENTITIES, Notice } from './notice.entity';
import { NOTICES_JOB, Notices } from './notices';
import { NoticesModule } from './notices.module';
import { Recipients } from './recipients';

/** Reading a long story: many lines share a commit, and none of them is lost, told twice or waited for in vain. */
eachHome((home, place) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(
      await place(),
      [DeadlinesModule, ProceedingsModule, ReportersModule, NoticesModule],
      [...DEADLINE_ENTITIES, ...EVIDENCE_ENTITIES, ...PROCEEDINGS_ENTITIES, ...REPORTERS_ENTITIES, ...NOTICES_ENTITIES],
    );
    desk.rooms.clock.set('2026-11-05T03:00:00.000Z');
  });
  afterAll(() => desk.close());
  afterEach(async () => {
    jest.restoreAllMocks();
    await read();
  });

  const read = () => desk.get(Notices).read();
  const opened = async (count: number): Promise<CaseFile[]> => {
    const files: CaseFile[] = [];
    while (files.length < count) files.push(await desk.openCase());
    return files;
  };
  /** How many notices there are of each case, in order. Nobody holds an office here: a row says so. */
  const rowsOf = async (files: readonly CaseFile[]): Promise<readonly number[]> => {
    const rows = await desk.database.reader.find(Notice);
    return files.map(({ id }) => rows.filter(({ caseId }) => caseId === id).length);
  };
  const times = (count: number, n: number) => Array<number>(count).fill(n);
  /** Nobody can be found for the notices of this case. */
  const breakRecipientsOf = (broken: CaseFile) => {
    const recipients = desk.get(Recipients);
    const of = recipients.of.bind(recipients);
    jest
      .spyOn(recipients, 'of')
      .mockImplementation((file, line) =>
        file.id === broken.id ? Promise.reject(new Error('nobody knows')) : of(file, line),
      );
  };

  it('tells each of 130 lines once, with two readers side by side, and that each superior was told', async () => {
    const files = await opened(130);
    await Promise.all([read(), read()]);
    await read();
    expect(await rowsOf(files)).toEqual(times(130, 1));
    const stories = await Promise.all(files.map((file) => desk.storyOf(file)));
    expect(stories.map((lines) => lines.map(({ kind }) => kind))).toEqual(
      files.map(() => ['received', 'superiorTold']),
    );
  });

  it('tells whatever comes before a line that cannot be told, and goes on from there once it can', async () => {
    const files = await opened(30);
    breakRecipientsOf(files[20]!);
    await expect(read()).rejects.toThrow('nobody knows');
    expect(await rowsOf(files)).toEqual([...times(20, 1), ...times(10, 0)]);
    jest.restoreAllMocks();
    await read();
    expect(await rowsOf(files)).toEqual(times(30, 1));
  });

  it('is woken once by a write, however many lines it told', async () => {
    const wake = jest.spyOn(desk.get(JobPort), 'wake');
    await desk.database.write(async () => {
      for (const file of await opened(5)) await desk.get(Cases).tell(file, { kind: 'reopened', by: SYSTEM });
    });
    expect(wake.mock.calls.filter(([{ job }]) => job === NOTICES_JOB)).toHaveLength(1);
  });

  if (home === 'PostgreSQL')
    it('waits for the case an officer is at work on without holding any other', async () => {
      const files = await opened(5);
      const held = files[2]!;
      const letGo = await desk.holdCase(held);
      const reading = read();
      while ((await rowsOf(files)).join() !== '1,1,0,0,0') await new Promise((resolve) => setTimeout(resolve, 10));
      const others = files.filter((file) => file !== held).map(({ id }) => id);
      expect(await desk.database.write(() => desk.get(Cases).lockFree(others))).toHaveLength(4);
      await letGo();
      await reading;
      expect(await rowsOf(files)).toEqual(times(5, 1));
    });
});
