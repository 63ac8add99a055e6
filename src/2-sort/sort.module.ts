import { Module } from '@nestjs/common';
import { SearchModule } from '../search/search.module';
import { ClassificationController } from './classification.controller';
import { Classifications } from './classifications';
import { Ending } from './ending';
import { Merger } from './merger';
import { MergerController } from './merger.controller';
import { OtherCase } from './other-case';
import { Sorting } from './sorting';
import { SortingChecks } from './sorting-checks';
import { SortingController } from './sorting.controller';
import { SortingDesk } from './sorting-desk';
import { SortingSheets } from './sorting-sheets';

@Module({
  imports: [SearchModule],
  controllers: [SortingController, ClassificationController, MergerController],
  providers: [Sorting, SortingChecks, SortingSheets, SortingDesk, Ending, Classifications, Merger, OtherCase],
  exports: [Sorting, Classifications, Merger],
})
export class SortModule {}
