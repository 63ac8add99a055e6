import { Global, Module } from '@nestjs/common';
import { Clock } from '../clock';
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
      inject: [Settings, Clock],
      useFactory: ({ redisUrl, redisPrefix }: Settings, clock: Clock): JobPort =>
        redisUrl ? new BullJobs(redisUrl, redisPrefix, clock) : new EmbeddedJobs(clock),
    },
  ],
  exports: [JobPort],
})
export class JobsModule {}
