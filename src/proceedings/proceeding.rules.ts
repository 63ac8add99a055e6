/** One extension of the legal limit, as the body's own letter says. Local days. */
export interface LegalExtension {
  readonly until: string;
  readonly letterNo: string;
  readonly letterDate: string;
}

interface Limited {
  readonly dueOn: string;
  readonly extensions: readonly LegalExtension[];
}

/** The day by which the body must end now: the legal limit, or the last extension of it. */
export const limitOf = ({ dueOn, extensions }: Limited): string => extensions.at(-1)?.until ?? dueOn;

/** Indicator 3.1 asks whether the body extended the legal limit; a desk's own extension never enters it. */
export const isExtended = ({ extensions }: Pick<Limited, 'extensions'>): boolean => extensions.length > 0;

/** open · overdue: past the limit and not ended · ended */
export function standingOf(
  proceeding: Limited & { endedOn: string | null },
  today: string,
): 'open' | 'overdue' | 'ended' {
  if (proceeding.endedOn !== null) return 'ended';
  return limitOf(proceeding) < today ? 'overdue' : 'open';
}
