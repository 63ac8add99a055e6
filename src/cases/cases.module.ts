import { Global, Module } from '@nestjs/common';
import { Accusations } from './accusations';
import { Approvals } from './approvals';
import { CasesController } from './cases.controller';
import { Cases } from './cases';
import { CaseNumberPipe } from './case-number.pipe';
import { CaseNumbers } from './case-numbers';
import { DeskWork } from './desk-work';
import { Referrals } from './referrals';
import { Story } from './story';

@Global()
@Module({
  controllers: [CasesController],
  providers: [Accusations, CaseNumbers, Story, Cases, Referrals, Approvals, DeskWork, CaseNumberPipe],
  exports: [Accusations, Story, Cases, Referrals, Approvals, CaseNumberPipe],
})
export class CasesModule {}
