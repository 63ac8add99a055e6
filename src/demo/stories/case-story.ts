import type { Part, Tale } from '../tale';
import { reopening, ruled } from './afterwards';
import { arriving, asking } from './arriving';
import { closing } from './closing';
import { referring } from './referring';
import { reporting } from './reporting';
import { merging, sorting } from './sorting';
import { verifying } from './verifying';
import { withdrawing } from './withdrawing';

/** One case from its arrival to its end, as far as the made-up year goes. */
export async function* caseStory(tale: Tale): Part {
  yield* arriving(tale);
  yield* asking(tale);
  if (tale.plan.course === 'merge') return yield* merging(tale);
  do {
    if (yield* sorting(tale)) yield* steps(tale);
  } while (yield* reopening(tale));
}

/** Steps 3 to 6, and what follows. */
async function* steps(tale: Tale): Part {
  if (!(yield* withdrawing(tale))) return;
  const referrals = yield* referring(tale);
  yield* verifying(tale, referrals);
  yield* reporting(tale);
  yield* closing(tale);
  yield* ruled(tale);
}
