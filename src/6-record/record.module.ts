import { Module } from '@nestjs/common';
import { OpenReferrals } from './open-referrals';
import { RecordPagesController } from './record-pages.controller';
import { RecordSheets } from './record-sheets';
import { RecordController } from './record.controller';
import { RecordService } from './record.service';
import { Reopening } from './reopening.service';
import { Withdrawals } from './withdrawal.service';

@Module({
  controllers: [RecordController, RecordPagesController],
  providers: [OpenReferrals, RecordService, Reopening, Withdrawals, RecordSheets],
  exports: [RecordService, Reopening, Withdrawals],
})
export class RecordModule {}
