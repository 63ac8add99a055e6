import { Desk } from '../../test/harness/desk';
import { eachHome } from '../../test/harness/databases';
import { Province } from '../agencies/agencies';
import type { ClockRule } from '../agencies/profile.clocks';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Clock } from '../platform/clock';
import { JobsModule } from '../platform/jobs/jobs.module';
import { StoredRule } from './clock-rule.entity';
import { ClockRules, RuleWithoutNewVersion } from './clock-rules';
import { DEADLINE_ENTITIES } from './deadlines.entities';
import { DeadlineRung } from './deadline-rung.entity';
import { Deadline } from './deadline.entity';
import { DeadlinesModule } from './deadlines.module';
import { Deadlines } from './deadlines.service';
import { countsAlike } from './rule-version.rules';
import { Sweep } from './sweep';
import { at, ruleWith } from './testing/calendars';

describe('two editions of a rule', () => {
  it('count alike when only their words differ, or the order of their parts', () => {
    const rule = ruleWith({ unit: 'w', amount: 1 });
    const { pause, ...others } = rule;
    expect(countsAlike(rule, { pause: { maxDays: null, allowed: true }, ...others })).toBe(true);
    expect(countsAlike(rule, { ...rule, pause: { ...pause, maxDays: 15 } })).toBe(false);
    expect(countsAlike(rule, { ...rule, start: 'order' })).toBe(false);
    expect(countsAlike(rule, { ...rule, officialAccused: { unit: 'c', amount: 7 } })).toBe(false);
  });
});

eachHome((_home, place) => {
  let desk: Desk;
  const officer = { kind: 'officer', id: 'o1' } as const;

  beforeEach(async () => {
    desk = await Desk.open(await place(), [JobsModule, DeadlinesModule], DEADLINE_ENTITIES);
    desk.rooms.clock.set(at('2026-11-06 10:00'));
  });
  afterEach(() => desk.close());

  const runOf = (file: CaseFile, clock: Deadline['clock']) =>
    desk.database.reader.findOneByOrFail(Deadline, { caseId: file.id, clock });
  /** The profile of the day after: what one clock counts is changed. */
  const nextProfile = (code: ClockRule['code'], change: Partial<ClockRule>) => {
    const { profile } = desk.get(Province);
    const clocks = profile.clocks.map((rule) => (rule.code === code ? { ...rule, ...change } : rule));
    Object.assign(desk.get(Province), { profile: { ...profile, clocks } });
  };
  const started = () => new ClockRules(desk.database, desk.get(Province), desk.get(Clock)).onModuleInit();

  it('keeps the rule of every run by its version, once', async () => {
    await desk.openCase();
    await desk.openCase();
    const stored = await desk.database.reader.find(StoredRule, { order: { clock: 'ASC' } });
    expect(stored.map(({ clock, version }) => `${clock} ${version}`)).toEqual([
      'auto_ack 1',
      'no_news 1',
      'personal_ack 1',
      'progress 1',
      'sort 1',
      'superior 1',
    ]);
  });

  it('a rule changed for the future never moves the past: neither its date nor its ladder, pause or extension', async () => {
    const file = await desk.openCase();
    const before = await runOf(file, 'sort');
    const later = {
      after: { unit: 'w', amount: 10 },
      who: 'head_of_office',
      notice: 'sort_much_later',
      rung: 1,
    } as const;
    const pause = { allowed: false, maxDays: null };
    nextProfile('sort', { version: 2, amount: 20, ladder: [later], pause, extension: null });

    const looker = desk.person('desk_officer');
    await desk.get(Deadlines).pause(looker, file.number, { clock: 'sort', reason: 'waiting_reporter' });
    const paused = await runOf(file, 'sort');
    expect(paused.state).toBe('paused');
    const [pauseRow] = await desk.database.reader.query<{ id: string }[]>('SELECT id FROM deadline_pause');
    await desk.get(Deadlines).resume(looker, file.number, pauseRow?.id ?? '');
    expect(await runOf(file, 'sort')).toMatchObject({ dueAt: before.dueAt, ruleVersion: 1 });

    desk.rooms.clock.set(at('2026-11-09 09:00'));
    await desk.get(Sweep).run();
    expect(await desk.database.reader.countBy(DeadlineRung, { deadlineId: before.id })).toBe(1);

    const next = await desk.openCase();
    expect(await runOf(next, 'sort')).toMatchObject({ ruleVersion: 2, dueAt: at('2026-12-08 16:30') });
  });

  it('classifies an accused official by the rule the run began with', async () => {
    const file = await desk.openCase();
    await desk.database.write(() =>
      desk.get(Cases).move(file, 'sort', { kind: 'sorted', by: officer }, { accusedKind: 'other' }),
    );
    nextProfile('refer', { version: 2, officialAccused: { unit: 'c', amount: 60 } });
    await desk.database.write(async () => {
      await desk.get(Cases).change(file, { accusedKind: 'state_official' });
      await desk.get(Cases).tell(file, { kind: 'classified', by: officer });
    });
    expect(await runOf(file, 'refer')).toMatchObject({ ruleVersion: 1, dueAt: at('2026-11-13 16:30') });
  });

  it('refuses to start with a rule that was changed and is still the same version', async () => {
    await desk.openCase();
    nextProfile('sort', { nameTh: 'คัดแยกเรื่อง', source: 'another source' });
    await expect(started()).resolves.toBeUndefined();
    nextProfile('sort', { amount: 2 });
    await expect(started()).rejects.toThrow(RuleWithoutNewVersion);
    nextProfile('sort', { amount: 2, version: 2 });
    await expect(started()).resolves.toBeUndefined();
  });

  it('reads the rule of a run that another process began under a newer profile', async () => {
    const file = await desk.openCase();
    const rule = { ...desk.get(Province).clock('sort'), version: 7, ladder: [] };
    await desk.database.write(async (em) => {
      const row = { province: 'NWT', clock: 'sort', version: 7, rule, keptAt: at('2026-11-06 10:00') } as const;
      await em.insert(StoredRule, row);
      await em.update(Deadline, { caseId: file.id, clock: 'sort' }, { ruleVersion: 7 });
    });
    desk.rooms.clock.set(at('2026-11-10 09:00'));
    await desk.get(Sweep).run();
    expect(await runOf(file, 'sort')).toMatchObject({ nextRungAt: null });
    const { id } = await runOf(file, 'sort');
    expect(await desk.database.reader.countBy(DeadlineRung, { deadlineId: id })).toBe(0);
  });
});
