import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import type { Filled } from './demo/fill';
import { fillHouse } from './demo/fill';
import { openHouse } from './demo/house';
import { readOptions } from './demo/options';
import { summaryOf } from './demo/summary';
import { SetClock } from './platform/clock';
import type { Settings } from './platform/config/settings';
import { readSettings } from './platform/config/settings';
import { Database } from './platform/database/database';
import { holdServerLock } from './platform/database/server-lock';
import { sql } from './platform/database/sql';
import type { Stop } from './platform/program';
import { runProgram } from './platform/program';
import { bangkokDay } from './platform/thai/dates';
import { startServer } from './server';

/** A made-up year, and then the server: `npm run demo`. */
runProgram(async () => {
  const options = readOptions(process.argv.slice(2));
  const settings = readSettings(process.env);
  if (settings.production) throw new Error('The demo invents its cases. Start it without NODE_ENV=production.');
  console.log(await filled(settings, options));
  return options.fillOnly ? nothingRuns : served(settings);
});

/** Fills with the rooms alone: no port, no jobs, and a clock that stands where each act puts it. */
async function filled(settings: Settings, options: { readonly cases: number; readonly seed: number }): Promise<string> {
  const release = settings.databaseUrl ? null : await holdServerLock(settings);
  const clock = new SetClock();
  try {
    const app = await NestFactory.createApplicationContext(AppModule.for(settings, clock), {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    try {
      const began = Date.now();
      const today = bangkokDay(new Date(began).toISOString());
      const tell = (line: string): void => console.error(`${((Date.now() - began) / 1000).toFixed(0)} s  ${line}`);
      const result = await fillHouse(openHouse(app, clock), { ...options, today }, tell);
      return summaryOf(result, await statusesOf(app, result));
    } finally {
      await app.close();
    }
  } finally {
    await release?.();
  }
}

async function statusesOf(app: INestApplicationContext, { shown }: Filled): Promise<Map<string, string>> {
  const statuses = new Map<string, string>();
  for (const { number } of shown) {
    const [row] = await sql<{ status: string }>(
      app.get(Database).reader,
      'SELECT status FROM case_file WHERE number = $1',
      [number],
    );
    statuses.set(number, row?.status ?? '');
  }
  return statuses;
}

async function served(settings: Settings): Promise<Stop> {
  const server = await startServer(settings);
  console.log(`Phitak listens on http://localhost:${server.port} (demo, trial mode: no real cases, no real names)`);
  return server.stop;
}

/** Everything is closed, so the process ends by itself. */
const nothingRuns: Stop = () => Promise.resolve();
