import type { ByCode } from './counts';
import type { YearFigures } from './statistics.service';
import { suppress } from './suppress.rules';

/** null: hidden, because it would point to few people. */
export type HiddenByCode = Readonly<Record<string, number | null>>;

const TABLES = ['byChannel', 'byType', 'byMonth', 'byDistrict', 'byStep'] as const;

/** One agency's figures for readers who may not see small crossings: its totals exact, its tables with holes. */
export type ShownFigures = Omit<YearFigures, (typeof TABLES)[number]> & {
  readonly [Table in (typeof TABLES)[number]]: HiddenByCode;
};

/** `whole` is public, so what is hidden must not come back by subtracting the others from it. */
export function hideCrossings(own: YearFigures, whole: YearFigures): ShownFigures {
  const hidden = TABLES.map((table) => [table, hideIn(own[table], whole[table])] as const);
  return { ...own, ...(Object.fromEntries(hidden) as Pick<ShownFigures, (typeof TABLES)[number]>) };
}

function hideIn(own: ByCode, whole: ByCode): HiddenByCode {
  const codes = Object.keys(whole);
  const [shown = []] = suppress([
    codes.map((code) => own[code] ?? 0),
    codes.map((code) => (whole[code] ?? 0) - (own[code] ?? 0)),
  ]);
  const pairs = codes.map((code, at) => [code, shown[at] ?? null] as const);
  return Object.fromEntries(pairs.filter(([code, n]) => n !== 0 || code in own));
}
