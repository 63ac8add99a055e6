import { Module } from '@nestjs/common';
import { Backup } from './backup';
import { BackupKeys } from './backup-keys';
import { Copying } from './copying';
import { RecordsController } from './records.controller';
import { RetentionList } from './retention';

/** What happens to the records as a whole: copied away, brought back, kept for their time. */
@Module({
  controllers: [RecordsController],
  providers: [Backup, BackupKeys, Copying, RetentionList],
  exports: [Backup, BackupKeys],
})
export class RecordsModule {}
