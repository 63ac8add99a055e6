import { isLong } from '../programs';
import type { Drill } from './drill';
import { canStartServers } from './own-servers';
import type { Whole } from './whole';
import { whole } from './whole';
import { Works } from './works';

/** What a drill says of itself beside the counts. */
export type Told = Readonly<Record<string, string | number>>;

interface Options {
  /** Seconds by which some process's clock is ahead of the drill's. */
  readonly ahead?: number;
}

export type RunDrill = (
  name: string,
  run: (drill: Drill) => Promise<Told>,
  check?: (counted: Whole) => void,
  options?: Options,
) => void;

const PATIENCE_MS = isLong ? 1_800_000 : 300_000;

/**
 * A suite on a PostgreSQL, a Redis and a mail server of its own; left out, by name, where they cannot be started.
 * @param cases how many cases stand in the database when a drill begins
 */
export function drills(cases: number, suite: (drill: RunDrill) => void): void {
  const onOwnServers = canStartServers() ? describe : describe.skip;
  const title = canStartServers()
    ? 'on servers of its own'
    : 'on servers of its own (left out: no initdb or no redis-server)';
  onOwnServers(title, () => {
    let works: Works;
    beforeAll(async () => {
      works = await Works.open(cases);
    }, PATIENCE_MS);
    afterAll(() => works?.remove(), PATIENCE_MS);

    suite((name, run, check = () => undefined, options = {}) =>
      it(name, async () => check(await drilled(works, name, run, options)), PATIENCE_MS),
    );
  });
}

/** From a copy of the database to the check that all is whole; prints one line of what it counted. */
async function drilled(
  works: Works,
  name: string,
  run: (drill: Drill) => Promise<Told>,
  options: Options,
): Promise<Whole> {
  const begun = performance.now();
  const drill = await works.begin();
  try {
    const told = await run(drill);
    const result = await whole(drill, options);
    const { faults, ...counted } = result;
    const said = Object.entries({ ...told, ...counted }).map(([what, n]) => `${what} ${n}`);
    process.stdout.write(`drill ${name}: ${said.join(', ')}; ${((performance.now() - begun) / 1_000).toFixed(0)} s\n`);
    expect(faults).toEqual([]);
    return result;
  } finally {
    await drill.end();
  }
}
