import type { DynamicModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { Clock } from './clock';
import type { Settings } from './config/settings';
import { Settings as SettingsToken } from './config/settings';
import { CryptoModule } from './crypto/crypto.module';
import { DatabaseModule } from './database/database.module';
import { ErrorFilter } from './http/error.filter';
import { LimitGuard } from './http/limits';
import { edgeValidation } from './http/validation';
import { JobsModule } from './jobs/jobs.module';
import { LifeSign } from './jobs/life-sign';

/** The ground floor: settings, clock, database, crypto, jobs, and the edge every request passes. */
@Global()
@Module({})
export class PlatformModule {
  static for(settings: Settings, entities: readonly unknown[], clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
        DatabaseModule.forEntities(entities),
        CryptoModule,
        JobsModule,
      ],
      providers: [
        { provide: SettingsToken, useValue: settings },
        { provide: Clock, useValue: clock },
        LifeSign,
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useValue: edgeValidation },
        { provide: APP_GUARD, useClass: LimitGuard },
      ],
      exports: [SettingsToken, Clock, LifeSign],
    };
  }
}
