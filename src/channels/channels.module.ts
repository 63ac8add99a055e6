import { Module } from '@nestjs/common';
import { RegisterEntries } from './register-entries';
import { RegisterImport } from './register-import';
import { RegisterReferrals } from './register-referrals';
import { TakingUp } from './taking-up';
import { TakingUpController } from './taking-up.controller';
import { UnlistedNames } from './unlisted-names';

/** Ways in that are neither the form nor the desk: registers of the years before. */
@Module({
  controllers: [TakingUpController],
  providers: [RegisterEntries, RegisterImport, RegisterReferrals, TakingUp, UnlistedNames],
  exports: [RegisterImport],
})
export class ChannelsModule {}
