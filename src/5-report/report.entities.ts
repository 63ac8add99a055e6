import { ReportOrder } from './report-order.entity';
import { ReportPaper } from './report.entity';

export const REPORT_ENTITIES = [ReportPaper, ReportOrder];
