import type { CorruptionAlleged, RulingKind } from './facts.rules';

/** What the rooms above tell. Days are Bangkok `YYYY-MM-DD`; codes are the province profile's. */
export interface OpenedCase {
  readonly caseId: string;
  readonly province: string;
  readonly receivedOn: string;
  readonly channel: string;
  readonly type: string;
  readonly corruptionAlleged: CorruptionAlleged | null;
  /** state_official · local_official · political_office_holder · other; null: not known yet. */
  readonly accusedKind: string | null;
  readonly agencyCode: string | null;
  readonly district: string;
  readonly imported: boolean;
  /** The step that is open, 1–6. */
  readonly step: number;
  /** `received` unless told otherwise. */
  readonly status?: string;
}

export interface Classification {
  readonly type?: string;
  readonly corruptionAlleged?: CorruptionAlleged | null;
  readonly accusedKind?: string | null;
  readonly agencyCode?: string | null;
  readonly district?: string;
}

export interface Move {
  /** null: an old register says that it is done, not when; counted as completed on the day it was opened. */
  readonly on: string | null;
  readonly status: string;
  readonly step: number;
  readonly completed: boolean;
  /** Left out: as before. */
  readonly accepted?: boolean;
  readonly outcome?: string;
}

export interface SentReferral {
  readonly referralId: string;
  readonly caseId: string;
  readonly agencyCode: string | null;
  readonly unlisted: boolean;
  /** null: not in the old register; counted on the day of receipt. */
  readonly sentOn: string | null;
  readonly dueOn: string | null;
}

export interface AnsweredReferral {
  readonly state: string;
  readonly on: string | null;
  readonly inTime: boolean | null;
}

export interface RulingFact {
  readonly rulingId: string;
  readonly caseId: string;
  readonly province: string;
  readonly kind: RulingKind;
  readonly agencyCode: string | null;
  readonly on: string;
}

export interface ProceedingFact {
  readonly proceedingId: string;
  readonly caseId: string | null;
  readonly province: string;
  readonly body: string;
  readonly counterSuit: boolean;
}

export interface LimitFact {
  readonly limitId: string;
  readonly proceedingId: string;
  readonly province: string;
  /** Before any extension. */
  readonly dueOn: string;
  readonly endedOn: string | null;
  /** By the body itself. */
  readonly extended: boolean;
}

export interface ReporterAnswer {
  readonly on: string;
  readonly inTime: boolean;
}
