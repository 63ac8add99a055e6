import { DEADLINE_ENTITIES } from '../../src/deadlines/deadlines.entities';
import { DeadlinesModule } from '../../src/deadlines/deadlines.module';
import { EVIDENCE_ENTITIES } from '../../src/evidence/evidence.entities';
import { REPORTERS_ENTITIES } from '../../src/reporters/reporters.entities';
import { ReportersModule } from '../../src/reporters/reporters.module';
import { Desk } from './desk';
import type { Place } from './databases';
import { REFER_ENTITIES } from '../../src/3-refer/refer.entities';
import { ReferModule } from '../../src/3-refer/refer.module';

/** The third room with those below it that it knows. */
export const openReferDesk = (place: Place): Promise<Desk> =>
  Desk.open(
    place,
    [DeadlinesModule, ReportersModule, ReferModule],
    [...DEADLINE_ENTITIES, ...EVIDENCE_ENTITIES, ...REPORTERS_ENTITIES, ...REFER_ENTITIES],
  );
