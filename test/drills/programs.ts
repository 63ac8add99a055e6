import type { Settings } from '../../src/platform/config/settings';
import type { Env } from '../bench/program';

/** The real programs, from the sources as they stand (see `sources.cjs`). */
const fromSources = (file: string): readonly string[] => ['-r', './test/drills/sources.cjs', file];
export const SERVER = fromSources('src/main.ts');
export const WORKER = fromSources('src/worker.ts');
export const CLI = fromSources('src/cli.ts');
export const DEMO = fromSources('src/demo.ts');

/** `DRILL=long` (`npm run drill`); the short form is part of every `npm test`. */
export const isLong = process.env.DRILL === 'long';

/** What a program needs to stand where these settings say. */
export const environmentOf = (settings: Settings): Env => ({
  DATA_DIR: settings.dataDir,
  SERVER_SECRET_FILE: settings.serverSecretFile,
  ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
  ...(settings.redisUrl ? { REDIS_URL: settings.redisUrl, REDIS_PREFIX: settings.redisPrefix } : {}),
});
