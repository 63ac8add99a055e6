import { ACCESS_ENTITIES } from './access/access.entities';
import { AUDIT_ENTITIES } from './audit/audit.entities';
import { CASES_ENTITIES } from './cases/cases.entities';
import { CUSTODY_ENTITIES } from './custody/custody.entities';
import { DEADLINE_ENTITIES } from './deadlines/deadlines.entities';
import { EVIDENCE_ENTITIES } from './evidence/evidence.entities';
import { INDICATORS_ENTITIES } from './indicators/indicators.entities';
import { PLATFORM_ENTITIES } from './platform/platform.entities';
import { RECORDS_ENTITIES } from './records/records.entities';
import { REPORTERS_ENTITIES } from './reporters/reporters.entities';
import { STATISTICS_ENTITIES } from './statistics/statistics.entities';
import { VAULT_ENTITIES } from './vault/vault.entities';

import { SORT_ENTITIES } from './2-sort/sort.entities';
import { PROCEEDINGS_ENTITIES } from './proceedings/proceedings.entities';
import { REFER_ENTITIES } from './3-refer/refer.entities';
import { VERIFY_ENTITIES } from './4-verify/verify.entities';
import { REPORT_ENTITIES } from './5-report/report.entities';
import { RECORD_ENTITIES } from './6-record/record.entities';
import { NOTICES_ENTITIES } from './notices/notice.entity';

/** Every table of the house, for both databases. */
export const ENTITIES: readonly unknown[] = [
  ...PLATFORM_ENTITIES,
  ...AUDIT_ENTITIES,
  ...ACCESS_ENTITIES,
  ...STATISTICS_ENTITIES,
  ...INDICATORS_ENTITIES,
  ...CASES_ENTITIES,
  ...CUSTODY_ENTITIES,
  ...VAULT_ENTITIES,
  ...DEADLINE_ENTITIES,
  ...EVIDENCE_ENTITIES,
  ...RECORDS_ENTITIES,
  ...REPORTERS_ENTITIES,
  ...SORT_ENTITIES,
  ...REFER_ENTITIES,
  ...PROCEEDINGS_ENTITIES,
  ...VERIFY_ENTITIES,
  ...REPORT_ENTITIES,
  ...RECORD_ENTITIES,
  ...NOTICES_ENTITIES,
];
