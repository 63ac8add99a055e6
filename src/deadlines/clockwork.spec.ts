import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { Cases } from '../cases/cases';
import { JobsModule } from '../platform/jobs/jobs.module';
import { Certificates } from './certificates';
import { ClockGap } from './clock-pulse.entity';
import { DeadlineRung } from './deadline-rung.entity';
import { Deadline } from './deadline.entity';
import { DEADLINE_ENTITIES } from './deadlines.entities';
import { DeadlinesModule } from './deadlines.module';
import { Pulse } from './pulse';
import { Sweep } from './sweep';
import { at } from './testing/calendars';

/** Proof of life: beats, silences, and the certificate of each day. */
eachHome((_home, place) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(await place(), [JobsModule, DeadlinesModule], DEADLINE_ENTITIES);
  });
  afterAll(() => desk.close());

  const goTo = (text: string) => desk.rooms.clock.set(at(text));
  const sweep = () => desk.get(Sweep).run();

  it('writes a beat at the end of every round, and keeps the silence of an outage', async () => {
    goTo('2026-12-01 09:00');
    await sweep();
    goTo('2026-12-01 09:01');
    await sweep();
    goTo('2026-12-01 08:50');
    await sweep();
    expect(await desk.get(Pulse).last()).toBe(at('2026-12-01 09:01'));
    goTo('2026-12-01 09:31');
    await sweep();
    const gaps = await desk.database.reader.find(ClockGap);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ fromAt: at('2026-12-01 09:01'), untilAt: at('2026-12-01 09:31') });
  });

  it('finds no silence where another process, whose clock is behind, goes round', async () => {
    await desk.database.write((em) => em.clear(ClockGap));
    goTo('2026-12-02 09:00');
    await desk.get(Pulse).beat();
    await desk.database.write((em) => em.clear(ClockGap));
    const times = (): Promise<readonly (readonly string[])[]> =>
      desk.database.reader
        .find(ClockGap, { order: { fromAt: 'ASC' } })
        .then((gaps) => gaps.map(({ fromAt, untilAt }) => [fromAt, untilAt]));
    // Two workers, ten minutes apart: the one ahead finds a silence, the one behind was there all the time.
    goTo('2026-12-02 09:10');
    await desk.get(Pulse).beat();
    expect(await times()).toHaveLength(1);
    goTo('2026-12-02 09:01');
    await desk.get(Pulse).beat();
    expect(await times()).toEqual([]);
    // After a night in which nobody was, it ends where the one behind begins.
    goTo('2026-12-03 09:10');
    await desk.get(Pulse).beat();
    goTo('2026-12-03 09:00');
    await desk.get(Pulse).beat();
    expect(await times()).toEqual([[at('2026-12-02 09:10'), at('2026-12-03 09:00')]]);
  });

  it('certifies each morning what the day before was: due, told, late, dead', async () => {
    goTo('2026-12-14 09:00');
    const { id: caseId } = await desk.openCase();
    const sort = await desk.database.reader.findOneByOrFail(Deadline, { caseId, clock: 'sort' });
    await sweep();
    // The desk was due on Tuesday 15; nobody went round from Monday to Wednesday, 09:00.
    goTo('2026-12-16 09:00');
    await sweep();
    const certificate = await desk.get(Certificates).of('2026-12-15');
    const rung = await desk.database.reader.findOneBy(DeadlineRung, { deadlineId: sort.id, rung: 1 });
    expect(rung?.dueWas).toBe(at('2026-12-15 08:30'));
    expect(certificate).toMatchObject({ deadMinutes: 1_440, latestLateness: 24.5 * 3_600 });
    expect(certificate?.due).toBe((certificate?.fired ?? 0) + (certificate?.passed ?? 0));
    expect(certificate?.due).toBeGreaterThanOrEqual(1);
    expect(certificate?.oldestUnsortedAt).not.toBeNull();
    expect(await desk.get(Certificates).of('2026-12-16')).toBeNull();
    const made = certificate?.madeAt;
    goTo('2026-12-16 15:00');
    await sweep();
    expect((await desk.get(Certificates).of('2026-12-15'))?.madeAt).toBe(made);
  });

  it('waits with a certificate for what another worker still has in hand, and an hour at most', async () => {
    goTo('2026-12-21 09:00');
    const { id: caseId } = await desk.openCase();
    await sweep();
    goTo('2026-12-23 09:00');
    const cases = desk.get(Cases);
    const held = jest.spyOn(cases, 'lockFree').mockResolvedValue([]);
    await sweep();
    expect(await desk.get(Certificates).of('2026-12-22')).toBeNull();
    held.mockRestore();
    await sweep();
    const whole = await desk.get(Certificates).of('2026-12-22');
    expect(whole?.due).toBe((whole?.fired ?? 0) + (whole?.passed ?? 0));

    await desk.database.write((em) =>
      em.update(Deadline, { caseId, clock: 'sort' }, { nextRungAt: at('2026-12-23 10:00') }),
    );
    goTo('2026-12-24 09:00');
    const stuck = jest.spyOn(cases, 'lockFree').mockResolvedValue([]);
    await sweep();
    expect(await desk.get(Certificates).of('2026-12-23')).toBeNull();
    goTo('2026-12-24 10:01');
    await sweep();
    stuck.mockRestore();
    expect(await desk.get(Certificates).of('2026-12-23')).toMatchObject({ day: '2026-12-23' });
  });
});
