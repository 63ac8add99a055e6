import { BackupKey } from './backup-key.entity';
import { Breach, BreachLine } from './breach.entity';
import { Disposal, DisposalFile } from './disposal.entity';
import { LegalHold } from './legal-hold.entity';

export const RECORDS_ENTITIES = [BackupKey, LegalHold, Disposal, DisposalFile, Breach, BreachLine];
