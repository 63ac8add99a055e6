import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { readSettings } from './platform/config/settings';
import { JobPort } from './platform/jobs/job-port';
import { LifeSign, watchOver } from './platform/jobs/life-sign';
import { clockworkIsDead, runProgram } from './platform/program';

/** Clocks and notices without a web server: `npm run worker`, beside any number of web processes on PostgreSQL. */
runProgram(async () => {
  const settings = readSettings(process.env);
  if (!settings.databaseUrl) {
    throw new Error(
      'SQLite has one server process, and it does the work itself. For a worker, set DATABASE_URL to PostgreSQL.',
    );
  }
  const app = await NestFactory.createApplicationContext(AppModule.for(settings), {
    logger: false,
    abortOnError: false,
  });
  const jobs = app.get(JobPort);
  await jobs.start();
  console.log(`Phitak worker: ${jobs.driver}`);
  watchOver(app.get(LifeSign), settings.deadAfter, clockworkIsDead);
  // Timers of the embedded driver do not hold the process; this one does.
  const alive = setInterval(() => undefined, 3_600_000);
  return async () => {
    clearInterval(alive);
    await jobs.stop();
    await app.close();
  };
});
