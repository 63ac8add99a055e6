import { CustodyEntry } from './custody-entry.entity';
import { Exhibit } from './exhibit.entity';

export const EVIDENCE_ENTITIES = [Exhibit, CustodyEntry];
