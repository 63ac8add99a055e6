import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { BullJobs } from './bullmq.driver';
import { EmbeddedJobs } from './embedded.driver';
import { JobPort } from './job-port';
import { LifeSign } from './life-sign';

/** Embedded timers by default; BullMQ when REDIS_URL is set. */
@Global()
@Module({
  providers: [
    {
      provide: JobPort,
      inject: [Settings],
      useFactory: (settings: Settings): JobPort =>
        settings.redisUrl ? new BullJobs(settings.redisUrl, settings.redisPrefix) : new EmbeddedJobs(),
    },
    LifeSign,
  ],
  exports: [JobPort, LifeSign],
})
export class JobsModule {}
