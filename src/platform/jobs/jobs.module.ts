import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { BullJobs } from './bullmq.driver';
import { EmbeddedJobs } from './embedded.driver';
import { JobPort } from './job-port';

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
  ],
  exports: [JobPort],
})
export class JobsModule {}
