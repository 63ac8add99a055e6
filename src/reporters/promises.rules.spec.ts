import type { PromisingClock } from './promises.rules';
import { promisesOf } from './promises.rules';

const NOW = '2026-03-10T03:00:00.000Z';
const [PAST, SOON, LATER] = ['2026-03-05T09:30:00.000Z', '2026-03-12T09:30:00.000Z', '2026-03-20T09:30:00.000Z'];
const NEXT_WEEK = '2026-03-17T03:00:00.000Z';
const run = (clock: PromisingClock['clock'], dueAt: string, state: PromisingClock['state'] = 'running') => ({
  clock,
  dueAt,
  state,
  startsAt: '2026-03-02T03:00:00.000Z',
});
const told = (clocks: readonly PromisingClock[], waited?: PromisingClock, answerBy?: string) =>
  promisesOf(clocks, waited, NOW, answerBy).map(({ of, by, late }) => [of, by, late]);

describe('the days a reporter is given', () => {
  it('are the step’s, and what the office owes her by itself', () => {
    const clocks = [run('personal_ack', SOON), run('progress', LATER), run('no_news', LATER), run('superior', SOON)];
    expect(told(clocks, run('sort', SOON))).toEqual([
      ['step', SOON, false],
      ['personal_ack', SOON, false],
      ['progress', LATER, false],
    ]);
  });

  it('are never a day that has passed: a late step gets the day of the next word, with an apology', () => {
    expect(told([run('progress', LATER)], run('sort', PAST))).toEqual([['step', LATER, true]]);
    expect(told([run('progress', PAST), run('personal_ack', PAST)], run('sort', PAST))).toEqual([
      ['step', NEXT_WEEK, true],
    ]);
  });

  it('a late answer gets an apology and a new day even after the case was closed', () => {
    expect(told([run('answer', PAST)])).toEqual([['answer', NEXT_WEEK, true]]);
    expect(told([run('answer', LATER)])).toEqual([['answer', LATER, false]]);
    expect(told([run('answer', PAST, 'stopped')])).toEqual([]);
  });

  it('a clock that stands still for her is not late', () => {
    expect(told([], run('sort', PAST, 'paused'), SOON)).toEqual([['step', SOON, false]]);
  });
});
