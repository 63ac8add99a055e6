import { median, medians } from './figures';
import { Filler } from './filler';
import { fire } from './firing';
import type { Place } from './homes';
import type { Options } from './options';
import { measureWakeUps } from './wake-ups';

/** An ordinary week of a province's profile: what comes on Thursday is to be sorted by Friday, told at 08:30. */
const THURSDAY = '2026-11-05T03:00:00.000Z';
const THURSDAY_NIGHT = '2026-11-05T15:00:00.000Z';
const FRIDAY = '2026-11-06T00:00:00.000Z';
const FRIDAY_EARLY = '2026-11-06T00:30:00.000Z';
const ROUNDS = 31;

/** That run in a letter nobody has answered yet: acknowledgement (two), sorting, progress, no news. */
export const CLOCKS_OF_A_CASE = 5;

export type ClockFigures = Awaited<ReturnType<typeof measureClocks>>;

/** The clockwork: a round with nothing to do, the hour at which very many clocks fall due, and how late wake-ups come. */
export async function measureClocks(place: Place, options: Options, tell: (what: string) => void) {
  tell(`${CLOCKS_OF_A_CASE * options.clocks.cases} open clocks`);
  const idle = await fill(place, options);
  tell(`${options.clocks.due} due at once`);
  const one = await firings(place, options, 1);
  const two = place.env.DATABASE_URL ? await firings(place, options, 2) : null; // SQLite has one process
  tell(`${options.wakeUps.count} wake-ups`);
  return { idle, one, two, wakeUps: await measureWakeUps(place.env, options.wakeUps) };
}

/** @returns median milliseconds of a round when nothing is due, over few open clocks and over all. */
async function fill({ env }: Place, { clocks: { few, cases, due } }: Options) {
  const filler = await Filler.open(env);
  try {
    await filler.addDeskHead();
    await filler.fillAt(THURSDAY, few);
    const overFew = await filler.rounds(THURSDAY_NIGHT, ROUNDS);
    await filler.fillAt(THURSDAY, due - few);
    await filler.fillAt(FRIDAY, cases - due);
    const overAll = await filler.rounds(FRIDAY_EARLY, ROUNDS);
    return { few: median(overFew.slice(1)), all: median(overAll.slice(1)) }; // the first round warms up
  } finally {
    await filler.close();
  }
}

/** Each in a place of its own, as it was filled. */
async function firings(filled: Place, { rounds, clocks: { due } }: Options, processes: number) {
  const taken = [];
  for (let round = 0; round < rounds; round++) {
    const place = await filled.copy();
    taken.push(await fire(place.env, due, processes).finally(() => place.remove()));
  }
  return medians(taken);
}
