import type { IndicatorCode } from '../agencies/codes';
import type { Target } from '../agencies/profile.figures';
import type { Say } from '../platform/errors';
import type { Judgement, Verdict, WhyChanged } from './indicators.rules';
import type { TypedFigureView } from './typed-figures';

/** คดี is counted by NACC and PACC; what a desk counts only points to it. */
export const PROXY_LABEL = 'desk proxy, not NACC statistics';

export interface AgencyFigure {
  /** null: the complaint names no agency of the directory. */
  readonly agencyCode: string | null;
  readonly value: number;
  /** Only 3-b: what the agency itself promised. */
  readonly promised?: number;
  readonly verdict?: Verdict;
}

/** One line of table 5. Shares carry numerator and denominator; `change` is a fraction of the base. */
export interface IndicatorResult extends Judgement {
  readonly code: IndicatorCode;
  readonly title: Say;
  readonly goal: 2 | 3;
  readonly unit: Say;
  readonly fiscalYear: number;
  /** Last day that is counted. */
  readonly asOf: string;
  readonly baseYear: number | null;
  readonly base: number | null;
  /** The base as it was typed in; null when the desk's own count stands in, or there is none. */
  readonly baseTyped: TypedFigureView | null;
  readonly target: Target | null;
  /** null: not measured. */
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  /** Whose target it is. */
  readonly owner: Say | null;
  readonly source: string;
  readonly official: TypedFigureView | null;
  readonly perAgency?: readonly AgencyFigure[];
  readonly label: typeof PROXY_LABEL | null;
  readonly definitionVersion: number;
  /** null where the desk's records of both years do not tell. */
  readonly whyChanged: WhyChanged | null;
}
