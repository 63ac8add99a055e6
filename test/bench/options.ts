import { parseArgs } from 'node:util';

/** How much is measured. */
export interface Options {
  /** Print JSON instead of a table. */
  readonly json: boolean;
  /** Each figure is the median of so many rounds. */
  readonly rounds: number;
  /** A load ends after so many requests or so many seconds, whichever is first. */
  readonly load: { readonly requests: number; readonly seconds: number };
  /** Requests of one client alone, a round. */
  readonly alone: number;
  /** Requests for a list or a page, a round. */
  readonly reads: number;
  readonly starts: number;
  /** Numbers of cases at which lists and pages are read, rising. */
  readonly sizes: readonly number[];
  /** Cases with five open clocks each; when the hour comes, one clock of each of `due` falls due. */
  readonly clocks: { readonly few: number; readonly cases: number; readonly due: number };
  /** Delayed wake-ups, spread evenly over so many seconds. */
  readonly wakeUps: { readonly count: number; readonly seconds: number };
}

const FULL = {
  rounds: 3,
  load: { requests: 600, seconds: 20 },
  alone: 30,
  reads: 100,
  starts: 5,
  sizes: [1_000, 10_000],
  clocks: { few: 200, cases: 20_000, due: 10_000 },
  wakeUps: { count: 10_000, seconds: 60 },
} as const;

/** Some minutes in all, to see that everything still runs; its figures say little. */
const QUICK = {
  rounds: 1,
  load: { requests: 120, seconds: 4 },
  alone: 10,
  reads: 30,
  starts: 1,
  sizes: [100, 500],
  clocks: { few: 40, cases: 400, due: 200 },
  wakeUps: { count: 500, seconds: 3 },
} as const;

const LARGE = 100_000;

/** `--quick`, `--large` (lists at 100,000 cases as well), `--json`. @throws on anything else. */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ args: [...args], options: { quick: flag, large: flag, json: flag } });
  const size = values.quick ? QUICK : FULL;
  return { ...size, json: values.json, sizes: values.large ? [...size.sizes, LARGE] : size.sizes };
}
