import { Module } from '@nestjs/common';
import { Backup } from './backup';
import { BackupKeys } from './backup-keys';
import { BreachesController } from './breaches.controller';
import { Breaches } from './breaches';
import { CaseRecordsController } from './case-records.controller';
import { CaseRecordsDesk } from './case-records';
import { CaseRetention } from './case-retention';
import { CertificateList } from './certificates';
import { Clearing } from './clearing';
import { Copying } from './copying';
import { Disposals } from './disposals';
import { Holds } from './holds';
import { RecordsController } from './records.controller';
import { RetentionList } from './retention';
import { SearchModule } from '../search/search.module';
import { Shredding } from './shredding';

/** What happens to the records as a whole: copied away, brought back, kept for their time, held back, destroyed; and what leaked. */
@Module({
  imports: [SearchModule],
  controllers: [RecordsController, CaseRecordsController, BreachesController],
  providers: [
    Backup,
    BackupKeys,
    Breaches,
    CaseRecordsDesk,
    CaseRetention,
    CertificateList,
    Clearing,
    Copying,
    Disposals,
    Holds,
    RetentionList,
    Shredding,
  ],
  exports: [Backup, BackupKeys, CertificateList, Clearing, Holds],
})
export class RecordsModule {}
