import type { PauseRule } from '../agencies/profile.clocks';
import type { Instant } from './calendar.rules';
import { iso, ms } from './running.rules';

const DAY_MS = 86_400_000;

interface Past {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** When a pause that begins now ends by itself: `maxDays` calendar days in all, earlier pauses counted. Null: no limit. */
export function pauseEnd(rule: PauseRule, earlier: readonly Past[], from: Instant): Instant | null {
  if (rule.maxDays === null) return null;
  const used = earlier.reduce((sum, pause) => sum + ms(pause.until ?? from) - ms(pause.from), 0);
  return iso(ms(from) + Math.max(0, rule.maxDays * DAY_MS - used));
}
