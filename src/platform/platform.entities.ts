import { SecretCheckRow } from './crypto/secret-check.entity';
import { Counter } from './database/counter.entity';

export const PLATFORM_ENTITIES = [Counter, SecretCheckRow];
