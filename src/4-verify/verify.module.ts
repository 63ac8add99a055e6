import { Module } from '@nestjs/common';
import { Readiness } from './readiness';
import { VerificationOrders } from './verification-orders';
import { VerificationSheets } from './verification-sheet';
import { VerifyController } from './verify.controller';
import { VerifyService } from './verify.service';

@Module({
  controllers: [VerifyController],
  providers: [Readiness, VerificationOrders, VerifyService, VerificationSheets],
  exports: [VerificationOrders, VerifyService],
})
export class VerifyModule {}
