import { Global, Module } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Province } from './agencies';
import { loadProfile } from './profile.loader';

/** Gives everyone the province; a wrong profile stops the start here. */
@Global()
@Module({
  providers: [
    {
      provide: Province,
      inject: [Settings],
      useFactory: (settings: Settings): Province => new Province(loadProfile(settings.province)),
    },
  ],
  exports: [Province],
})
export class AgenciesModule {}
