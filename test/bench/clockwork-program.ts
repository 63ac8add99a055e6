import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module';
import { Clock } from '../../src/platform/clock';
import { readSettings } from '../../src/platform/config/settings';
import { JobPort } from '../../src/platform/jobs/job-port';
import { runProgram } from '../../src/platform/program';
import { startServer } from '../../src/server';

/** Goes as fast as the real one, from another hour on. */
class ShiftedClock extends Clock {
  private readonly shift: number;

  /** @param from UTC instant that it shows now. */
  constructor(from: string) {
    super();
    this.shift = Date.parse(from) - Date.now();
  }

  override date(): Date {
    return new Date(Date.now() + this.shift);
  }
}

/** The web server or (`worker`) the worker as they are, at the hour `BENCH_HOUR`: that of a mass firing. */
runProgram(async () => {
  const settings = readSettings(process.env);
  const clock = new ShiftedClock(process.env.BENCH_HOUR ?? '');
  if (process.argv[2] !== 'worker') {
    const server = await startServer(settings, clock);
    console.log(`Phitak listens on http://localhost:${server.port}`);
    return server.stop;
  }
  const app = await NestFactory.createApplicationContext(AppModule.for(settings, clock), { logger: false });
  const jobs = app.get(JobPort);
  await jobs.start();
  const alive = setInterval(() => undefined, 3_600_000);
  console.log('Phitak worker');
  return async () => {
    clearInterval(alive);
    await jobs.stop();
    await app.close();
  };
});
