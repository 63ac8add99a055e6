import { CalendarMove, CalendarVersion } from './calendar-version.entity';
import { ClockCertificate } from './clock-certificate.entity';
import { ClockGap, ClockPulse } from './clock-pulse.entity';
import { StoredRule } from './clock-rule.entity';
import { DeadlineExtension } from './deadline-extension.entity';
import { DeadlinePause } from './deadline-pause.entity';
import { DeadlineRung } from './deadline-rung.entity';
import { Deadline } from './deadline.entity';

export const DEADLINE_ENTITIES = [
  Deadline,
  DeadlinePause,
  DeadlineExtension,
  DeadlineRung,
  ClockPulse,
  ClockGap,
  ClockCertificate,
  CalendarVersion,
  CalendarMove,
  StoredRule,
] as const;
