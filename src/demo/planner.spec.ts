import { Province } from '../agencies/agencies';
import { loadProfile } from '../agencies/profile.loader';
import { calendarOf } from '../deadlines/province-calendar.rules';
import { addDays, bangkokDay, instantAt } from '../platform/thai/dates';
import { DAYS } from './arrivals';
import { OfficeTime } from './office-time';
import type { CasePlan } from './plan';
import { Planner } from './planner';
import { Random } from './random';
import { fill, slotsOf } from './slots';
import { TOPICS } from './words/topics';

const TODAY = '2026-11-20';
const narathiwat = new Province(loadProfile('narathiwat'));

function plans(count: number, seed = 1, province = narathiwat): readonly CasePlan[] {
  const time = new OfficeTime(calendarOf(province), instantAt(TODAY, '00:00'));
  return new Planner(province, time, new Random(`test/${seed}`)).all(count);
}

const month = ({ arrival }: CasePlan): number => Number(bangkokDay(arrival.receivedAt).slice(5, 7));
const share = (all: readonly CasePlan[], fits: (plan: CasePlan) => boolean): number =>
  all.filter(fits).length / all.length;

describe('the plan of a made-up year', () => {
  const all = plans(800);

  it('lies within the year, and is entered before it ends', () => {
    for (const { arrival } of all) {
      expect(bangkokDay(arrival.receivedAt) >= addDays(TODAY, -DAYS - 7)).toBe(true);
      expect((arrival.enteredAt ?? arrival.receivedAt) < instantAt(TODAY, '00:00')).toBe(true);
      expect((arrival.enteredAt ?? arrival.receivedAt) >= arrival.receivedAt).toBe(true);
    }
  });

  it('grows through the year and brings floods with the rain', () => {
    const half = addDays(TODAY, -DAYS / 2);
    expect(share(all, ({ arrival }) => arrival.receivedAt > half)).toBeGreaterThan(0.52);
    const floods = plans(3_000).filter(({ topic }) => topic.code === 'flood');
    expect(share(floods, (plan) => [11, 12, 1].includes(month(plan)))).toBeGreaterThan(0.4);
  });

  it('uses every channel and topic, and mixes types as a desk knows them', () => {
    expect(new Set(all.map(({ arrival }) => arrival.channel)).size).toBe(11);
    expect(new Set(all.map(({ topic }) => topic.code)).size).toBe(TOPICS.length);
    expect(share(all, ({ topic }) => narathiwat.isAccusation(topic.type))).toBeGreaterThan(0.3);
    expect(share(all, ({ course }) => course === 'end')).toBeGreaterThan(0.05);
  });

  it('merges only into a case that came before', () => {
    const merged = all.filter(({ course }) => course === 'merge');
    expect(merged.length).toBeGreaterThan(10);
    for (const { no, mainNo, arrival, topic } of merged) {
      const main = all[mainNo ?? -1];
      expect(mainNo ?? no).toBeLessThan(no);
      expect(main?.topic).toBe(topic);
      const entered = main?.arrival.enteredAt ?? main?.arrival.receivedAt ?? '';
      expect(entered < (arrival.enteredAt ?? arrival.receivedAt)).toBe(true);
    }
  });

  it('is the same for the same seed and another for another, and a longer one begins alike', () => {
    expect(plans(120)).toEqual(all.slice(0, 120));
    expect(plans(120, 2)).not.toEqual(all.slice(0, 120));
  });

  it('works for a province with other agencies', () => {
    const udon = new Province(loadProfile('udon-thani'));
    expect(plans(60, 1, udon)).toHaveLength(60);
  });
});

it('fills every brace that a topic writes', () => {
  const slots = { ...slotsOf(new Random('slots'), instantAt(TODAY, '09:00'), 'ที่นี่', 'หน่วยงาน'), done: '๑' };
  for (const { tells, wants, answers, seen, lesson } of TOPICS) {
    for (const text of [...tells, ...wants, ...answers, ...seen, lesson]) {
      expect(fill(text, slots)).not.toMatch(/[{}]/);
    }
  }
});
