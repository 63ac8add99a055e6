import { parseArgs } from 'node:util';

export interface DemoOptions {
  readonly cases: number;
  readonly seed: number;
  /** Fill and end: for tests and screenshots. */
  readonly fillOnly: boolean;
}

/** Fewer cannot show every status. */
export const FEWEST_CASES = 30;
const MOST_CASES = 20_000;

/** @throws Error saying in one line what to write. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '800' },
      seed: { type: 'string', default: '1' },
      'fill-only': { type: 'boolean', default: false },
    },
  });
  return {
    cases: numberOf('--cases', values.cases, FEWEST_CASES, MOST_CASES),
    seed: numberOf('--seed', values.seed, 0, 1_000_000_000),
    fillOnly: values['fill-only'],
  };
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}
