import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { AgenciesModule } from './agencies/agencies.module';
import { AuditModule } from './audit/audit.module';
import { CasesModule } from './cases/cases.module';
import { ConflictsModule } from './conflicts/conflicts.module';
import { CustodyModule } from './custody/custody.module';
import { DeadlinesModule } from './deadlines/deadlines.module';
import { ENTITIES } from './entities';
import { EvidenceModule } from './evidence/evidence.module';
import { LayoutModule } from './layout/layout.module';
import type { Clock } from './platform/clock';
import { clockOf } from './platform/clock';
import type { Settings } from './platform/config/settings';
import { PlatformModule } from './platform/platform.module';
import { RecordsModule } from './records/records.module';
import { ReportersModule } from './reporters/reporters.module';
import { StatisticsModule } from './statistics/statistics.module';
import { VaultModule } from './vault/vault.module';
import { IndicatorsModule } from './indicators/indicators.module';
import { SearchModule } from './search/search.module';
import { SortModule } from './2-sort/sort.module';
import { ReferModule } from './3-refer/refer.module';
import { ProceedingsModule } from './proceedings/proceedings.module';
import { VerifyModule } from './4-verify/verify.module';
import { ReportModule } from './5-report/report.module';
import { RecordModule } from './6-record/record.module';
import { ChannelsModule } from './channels/channels.module';
import { NoticesModule } from './notices/notices.module';
import { FiguresModule } from './web/figures.module';
import { WebModule } from './web/web.module';
import { ReceiveModule } from './1-receive/receive.module';

/** Every room of the house, ground floor first. */
@Module({})
export class AppModule {
  /** @param clock for the demo's made-up year and for tests; otherwise the one the settings ask for. */
  static for(settings: Settings, clock: Clock = clockOf(settings)): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for(settings, ENTITIES, clock),
        LayoutModule,
        AgenciesModule,
        AuditModule,
        StatisticsModule,
        AccessModule,
        IndicatorsModule,
        VaultModule,
        CasesModule,
        CustodyModule,
        SearchModule,
        DeadlinesModule,
        EvidenceModule,
        ProceedingsModule,
        RecordsModule,
        ReportersModule,
        ConflictsModule,
        ReceiveModule,
        SortModule,
        ReferModule,
        VerifyModule,
        ReportModule,
        RecordModule,
        ChannelsModule,
        NoticesModule,
        FiguresModule,
        WebModule,
      ],
    };
  }
}
