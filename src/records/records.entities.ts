import { BackupKey } from './backup-key.entity';

export const RECORDS_ENTITIES = [BackupKey];
