import { ClosingRecord } from './closing-record.entity';
import { Withdrawal } from './withdrawal.entity';

export const RECORD_ENTITIES = [ClosingRecord, Withdrawal];
