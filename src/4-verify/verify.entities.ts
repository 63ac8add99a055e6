import { FindingPaper } from './finding.entity';
import { VerificationOrder } from './verification-order.entity';
import { VerificationRecord } from './verification-record.entity';

export const VERIFY_ENTITIES = [VerificationOrder, VerificationRecord, FindingPaper];
