import { AuditHead } from './audit-head.entity';
import { AuditRow } from './audit-row.entity';

export const AUDIT_ENTITIES = [AuditRow, AuditHead] as const;
