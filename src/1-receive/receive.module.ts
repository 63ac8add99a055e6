import { Module } from '@nestjs/common';
import { Conflicts } from './conflicts';
import { EvidenceModule } from '../evidence/evidence.module';
import { DeskController } from './desk.controller';
import { NewFiles } from './new-files';
import { ReceiveController } from './receive.controller';
import { ReceiveService } from './receive.service';

/** Step 1, รับเรื่อง. */
@Module({
  imports: [EvidenceModule],
  controllers: [ReceiveController, DeskController],
  providers: [Conflicts, NewFiles, ReceiveService],
  exports: [ReceiveService],
})
export class ReceiveModule {}
