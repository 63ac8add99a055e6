import { Module } from '@nestjs/common';
import { AnswerTexts } from './answer-texts';
import { Answers } from './answers';
import { Letters } from './letters';
import { Recalls } from './recalls';
import { ReferController } from './refer.controller';
import { ReferPagesController } from './refer-pages.controller';
import { ReferralDesk } from './referral-desk';
import { Sending } from './sending';
import { SendingChecks } from './sending-checks';

@Module({
  controllers: [ReferController, ReferPagesController],
  providers: [Sending, SendingChecks, Letters, Answers, AnswerTexts, Recalls, ReferralDesk],
  exports: [Sending, Answers, Recalls],
})
export class ReferModule {}
