import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/proceedings.module';
import { RecordsModule } from '../records/records.module';
import { NoticesModule } from '../notices/notices.module';
import { AgenciesController } from './agencies.controller';
import { CaseFileController } from './case-file.controller';
import { CaseLetters } from './case-letters';
import { CaseNames } from './case-names';
import { CaseRows } from './case-rows';
import { CaseSheets } from './case-sheets';
import { CaseTexts } from './case-texts';
import { Decisions } from './decisions';
import { Desk } from './desk';
import { DeskPagesController } from './desk.controller';
import { HealthController } from './health.controller';
import { NoticesController } from './notices.controller';
import { OpenApiController } from './openapi.controller';
import { OwnNotices } from './own-notices';
import { PublicController } from './public.controller';
import { SearchModule } from '../search/search.module';
import { Search } from './search';
import { SearchController } from './search.controller';
import { SearchDesk } from './search-desk';
import { UnitWork } from './unit-work';
import { Worklist } from './worklist';
import { WorklistController } from './worklist.controller';

/** Pages that show several rooms at once, and the doors for machines. Nothing imports it. */
@Module({
  imports: [NoticesModule, ProceedingsModule, RecordsModule, SearchModule],
  controllers: [
    HealthController,
    OpenApiController,
    PublicController,
    DeskPagesController,
    WorklistController,
    SearchController,
    CaseFileController,
    AgenciesController,
    NoticesController,
  ],
  providers: [
    Worklist,
    Search,
    SearchDesk,
    CaseRows,
    CaseSheets,
    CaseTexts,
    CaseLetters,
    CaseNames,
    Desk,
    Decisions,
    UnitWork,
    OwnNotices,
  ],
})
export class WebModule {}
