import { CLOCKS_OF_A_CASE } from './clocks';
import { mib, ms, number, seconds, thousands } from './figures-as-text';
import type { Options } from './options';
import type { Row } from './report';

export function clockRatios({ clocks: { few, cases, due } }: Options): readonly Row[] {
  return [
    [
      `round with nothing due, ${clocksOf(cases)} open clocks ÷ ${clocksOf(few)}`,
      ({ clocks: { idle } }) => number(idle.all / idle.few, 2),
    ],
    [
      `${thousands(due)} due at once: two processes ÷ one`,
      ({ clocks: { one, two } }) => (two ? number(two.firedIn / one.firedIn, 2) : 'one process'),
    ],
    [
      '— a submission meanwhile ÷ one afterwards, medians',
      ({ clocks: { one } }) => number(one.submissionMedian / one.submissionAlone, 1),
    ],
  ];
}

export function clockRows({ clocks: { cases, due }, wakeUps }: Options): readonly Row[] {
  return [
    [`round with nothing due, ${clocksOf(cases)} open clocks`, ({ clocks: { idle } }) => ms(idle.all)],
    [
      `${thousands(due)} due at once, all fired after`,
      ({ clocks: { one } }) => `${seconds(one.firedIn)} (${number(one.perSecond, 0)}/s)`,
    ],
    [
      '— by two processes',
      ({ clocks: { two } }) => (two ? `${seconds(two.firedIn)} (${number(two.perSecond, 0)}/s)` : 'one process'),
    ],
    ['— everybody told after', ({ clocks: { one } }) => seconds(one.toldIn)],
    [
      '— a submission meanwhile, p50 · longest',
      ({ clocks: { one } }) => `${ms(one.submissionMedian)} · ${ms(one.submissionLongest)}`,
    ],
    ['— memory at its most', ({ clocks: { one } }) => mib(one.peakMemory)],
    [
      `${thousands(wakeUps.count)} delayed wake-ups, lateness p50 · p99`,
      ({ clocks }) => `${ms(clocks.wakeUps.p50)} · ${ms(clocks.wakeUps.p99)}`,
    ],
  ];
}

const clocksOf = (cases: number): string => thousands(CLOCKS_OF_A_CASE * cases);
