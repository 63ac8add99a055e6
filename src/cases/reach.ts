import type { SelectQueryBuilder } from 'typeorm';
import { Brackets } from 'typeorm';
import type { Looker } from '../access/looker';
import type { Act, Scope } from '../access/matrix';
import { reach } from '../access/matrix';
import type { CaseFile } from './case-file.entity';

/** What concerns somebody at the desk is the alternative unit's alone, and that unit has nothing else (KEYS K9). */
const OF_HER_DESK = `COALESCE(f.handled_by, 'desk') = :lookerDesk`;

/** How far each scope of the matrix reaches into the case files (alias `f`). A scope that is not here reaches nothing. */
const REACH: Readonly<Partial<Record<Scope, string>>> = {
  all: OF_HER_DESK,
  unit: OF_HER_DESK,
  clocks_reports: '1 = 1',
  own: `EXISTS (SELECT 1 FROM referral r WHERE r.case_id = f.id AND r.province = f.province
         AND r.agency_code = :lookerAgency AND r.state <> 'withdrawn')`,
  assigned: '(f.investigator = :lookerId OR f.assignee = :lookerId)',
};

/** Scope is part of the query: a case out of reach, and one that was disposed of, is a case that is not there. */
export const withinReach = (
  query: SelectQueryBuilder<CaseFile>,
  looker: Looker,
  act: Act,
): SelectQueryBuilder<CaseFile> => everWithinReach(query, looker, act).andWhere('f.disposed_at IS NULL');

/** As `withinReach`, of disposed cases as well: for what is left to be said of them. */
export function everWithinReach(
  query: SelectQueryBuilder<CaseFile>,
  looker: Looker,
  act: Act,
): SelectQueryBuilder<CaseFile> {
  const scopes = reach(looker, act);
  // The wall is asked before any role.
  if (looker.hidden.length > 0) query.andWhere('f.id NOT IN (:...lookerHidden)', { lookerHidden: looker.hidden });
  return query
    .andWhere('f.province = :lookerProvince', { lookerProvince: looker.province })
    .andWhere(
      new Brackets((any) => {
        any.where('1 = 0');
        for (const scope of scopes) any.orWhere(REACH[scope] ?? '1 = 0');
      }),
    )
    .setParameters({
      lookerAgency: looker.agencyCode ?? '',
      lookerDesk: looker.deskUnit ?? 'desk',
      lookerId: looker.officerId,
    });
}
