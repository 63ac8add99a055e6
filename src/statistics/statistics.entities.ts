import { FactCase } from './fact-case.entity';
import { FactLimit } from './fact-limit.entity';
import { FactProceeding } from './fact-proceeding.entity';
import { FactRating } from './fact-rating.entity';
import { FactReferral } from './fact-referral.entity';
import { FactRuling } from './fact-ruling.entity';
import { FactSpan } from './fact-span.entity';
import { FactStay } from './fact-stay.entity';

export const STATISTICS_ENTITIES = [
  FactCase,
  FactSpan,
  FactStay,
  FactReferral,
  FactRuling,
  FactProceeding,
  FactLimit,
  FactRating,
] as const;
