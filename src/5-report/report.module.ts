import { Module } from '@nestjs/common';
import { FigureSnapshots } from './figure-snapshots';
import { ReportSheets } from './report-sheet';
import { ReportController } from './report.controller';
import { ReportService } from './report.service';

@Module({
  controllers: [ReportController],
  providers: [FigureSnapshots, ReportService, ReportSheets],
  exports: [ReportService],
})
export class ReportModule {}
