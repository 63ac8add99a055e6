import { sayIn } from '../platform/errors';
import type { Lang } from '../platform/http/language';
import type { IndicatorResult } from './indicators.shapes';

/** An indicator in one language, as the interface answers it. */
export type ToldIndicator = Omit<IndicatorResult, 'title' | 'unit' | 'owner'> & {
  readonly title: string;
  readonly unit: string;
  readonly owner: string | null;
};

export const told = ({ title, unit, owner, ...rest }: IndicatorResult, lang: Lang): ToldIndicator => ({
  ...rest,
  title: sayIn(lang, title),
  unit: sayIn(lang, unit),
  owner: owner && sayIn(lang, owner),
});

/**
 * What an agency may see: its own row of the indicators that are told per agency. Base, target and verdict are the
 * province's and are left out.
 */
export function ownOnly(results: readonly IndicatorResult[], agencyCode: string | null): readonly IndicatorResult[] {
  return results.flatMap((result) => {
    if (!result.perAgency || agencyCode === null) return [];
    const own = result.perAgency.find((row) => row.agencyCode === agencyCode) ?? { agencyCode, value: 0 };
    return [
      {
        ...result,
        value: own.value,
        allowed: own.promised ?? null,
        ...{ base: null, baseTyped: null, official: null, change: null, changeCount: null, whyChanged: null },
        verdict: own.verdict ?? 'no_target',
        target: own.promised === undefined ? null : result.target,
        owner: own.promised === undefined ? null : result.owner,
        warnings: result.warnings.filter((warning) => warning === 'as_of_today'),
        perAgency: [own],
      },
    ];
  });
}
