import { spawnSync } from 'node:child_process';

/**
 * Parts that `npm test` uses when it finds them; `REQUIRE=postgres,redis,servers,chromium` makes a missing one a failure.
 * `servers`: the programs initdb, postgres and redis-server, for drills that stop theirs.
 */
export type Part = 'postgres' | 'redis' | 'servers' | 'chromium';

const required = new Set((process.env.REQUIRE ?? '').split(/[\s,]+/).filter(Boolean));
const found = new Map<string, boolean>();

export const isRequired = (part: Part): boolean => required.has(part);

export const redisAnswers = (): boolean => isRequired('redis') || listens(6379);

/** Jest wants to know before the suites are named, so the question is asked in a process of its own. */
export function listens(port: number): boolean {
  const known = found.get(String(port));
  if (known !== undefined) return known;
  const ask = `require('node:net').connect(${port}, '127.0.0.1')
    .once('connect', () => process.exit(0)).once('error', () => process.exit(1));
    setTimeout(() => process.exit(1), 1500)`;
  const answers = spawnSync(process.execPath, ['-e', ask]).status === 0;
  found.set(String(port), answers);
  return answers;
}
