import { Approval } from './approval.entity';
import { CaseEvent } from './case-event.entity';
import { CaseFile } from './case-file.entity';
import { CaseNumber } from './case-number.entity';
import { Referral, UnlistedName } from './referral.entity';

export const CASES_ENTITIES = [CaseFile, CaseNumber, CaseEvent, UnlistedName, Referral, Approval];
