import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { AppModule } from './app.module';
import type { Clock } from './platform/clock';
import type { Settings } from './platform/config/settings';
import { holdServerLock } from './platform/database/server-lock';
import { setUpEdge } from './platform/http/edge';
import { JobPort } from './platform/jobs/job-port';
import { SealedFiles } from './vault/sealed-files';
import { openApi } from './web/openapi';
import { OpenApiController } from './web/openapi.controller';

/** A running server: where it listens and how to stop it. */
export interface Server {
  readonly app: NestExpressApplication;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the web server: lock (SQLite), migrations, rooms, jobs, port; in this order, so that whoever can connect meets
 * a program that is ready.
 */
export async function startServer(settings: Settings, clock?: Clock): Promise<Server> {
  const release = settings.databaseUrl ? null : await holdServerLock(settings);
  try {
    const app = await NestFactory.create<NestExpressApplication>(AppModule.for(settings, clock), {
      // Nest would print what stopped a start with its stack, and a database error quotes the row it choked on.
      logger: false,
      bodyParser: false,
      abortOnError: false,
    });
    setUpEdge(app);
    await app.init();
    await app.get(SealedFiles).sweep();
    app.get(OpenApiController).document = openApi(app);
    const jobs = app.get(JobPort);
    await jobs.start();
    await app.listen(settings.port);
    const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
    return { app, port, stop: () => stopped(app, jobs, release) };
  } catch (error) {
    await release?.();
    throw error;
  }
}

async function stopped(
  app: NestExpressApplication,
  jobs: JobPort,
  release: (() => Promise<void>) | null,
): Promise<void> {
  await jobs.stop();
  await app.close();
  await release?.();
}
