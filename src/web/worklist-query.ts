import type { SelectQueryBuilder } from 'typeorm';
import { Brackets } from 'typeorm';
import type { Looker } from '../access/looker';
import { reach } from '../access/matrix';
import type { CaseFile } from '../cases/case-file.entity';
import { withinReach } from '../cases/reach';
import type { Database } from '../platform/database/database';

/** Over columns of `case_file` by their names in the database, alias `f`. */
export type CaseQuery = SelectQueryBuilder<CaseFile>;

/** Restricts a query over `f`; several are all true at once. */
export type Restriction = (query: CaseQuery) => unknown;

/** Whether this person sees cases only through what was referred to her agency. */
export const seesOnlyOwn = (looker: Looker): boolean => reach(looker, 'case.list').every((scope) => scope === 'own');

const EVERY_CASE = 'case_file';
const THESE = '(SELECT * FROM case_file WHERE id IN (:...these) LIMIT 1000000)';
const REFERRED = `(SELECT * FROM case_file WHERE id IN (SELECT ro.case_id FROM referral ro
   WHERE ro.province = :lookerProvince AND ro.agency_code = :lookerAgency) LIMIT 1000000)`;

/**
 * Cases in this looker's reach, or those of them with these ids. Few cases are taken out first, behind a LIMIT that
 * keeps them apart: SQLite would else rather walk the whole province than look up a handful of ids.
 */
export function casesOf(database: Database, looker: Looker, these?: readonly string[]): CaseQuery {
  const from = these ? THESE : seesOnlyOwn(looker) ? REFERRED : EVERY_CASE;
  const query = database.reader.createQueryBuilder().select('f.id', 'id').from<CaseFile>(from, 'f');
  if (these) query.setParameter('these', these);
  return withinReach(query, looker, 'case.list');
}

export const isOpen: Restriction = (query) => query.andWhere('f.open = :open', { open: true });
export const isClosed: Restriction = (query) => query.andWhere('f.open = :open', { open: false });

/** The agency complained about, or one to which the case was sent. */
export const concernsAgency =
  (agency: string, own: boolean): Restriction =>
  (query) =>
    query.andWhere(
      // Whom else the desk asked is no agency's business.
      own
        ? 'f.agency_code = :agency'
        : `(f.agency_code = :agency OR EXISTS (SELECT 1 FROM referral ra WHERE ra.case_id = f.id AND ra.agency_code = :agency))`,
      { agency },
    );

/** Any of these; none at all finds nothing. */
export const anyOf =
  (conditions: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): Restriction =>
  (query) =>
    query.andWhere(
      new Brackets((any) => {
        any.where('1 = 0');
        for (const [condition, values] of conditions) any.orWhere(condition, values);
      }),
    );

/** When the looker's own part of a case is due: an agency's open referral, else the case's next clock. */
const dueFor = (looker: Looker): string =>
  seesOnlyOwn(looker)
    ? `(SELECT MIN(rd.due_at) FROM referral rd WHERE rd.case_id = f.id AND rd.agency_code = :lookerAgency
         AND rd.state IN ('sent','accepted'))`
    : 'f.next_due_at';

export const overdueIs =
  (looker: Looker, overdue: boolean, now: string): Restriction =>
  (query) => {
    const due = dueFor(looker);
    isOpen(query);
    query.andWhere(overdue ? `${due} < :now` : `(${due} >= :now OR ${due} IS NULL)`, { now });
  };

/** A stretch of the list, in its order. */
export interface Stretch {
  readonly offset: number;
  readonly limit: number;
}

interface Keyed {
  readonly id: string;
  readonly key: string;
}

/** Ids with their instant of receipt, newest first: along an index that ends with it. */
export const byReceipt = (query: CaseQuery, { offset, limit }: Stretch): Promise<Keyed[]> =>
  query
    .addSelect('f.received_at', 'key')
    .orderBy('f.received_at', 'DESC')
    .addOrderBy('f.id', 'DESC')
    .offset(offset)
    .limit(limit)
    .getRawMany<Keyed>();

/**
 * Ids, next due first, those without a due date last; the databases disagree on where NULL stands, so these are two
 * walks, for whoever sees all cases both along `ix_case_worklist`.
 */
export async function byDue(looker: Looker, make: () => CaseQuery, { offset, limit }: Stretch): Promise<Keyed[]> {
  const due = dueFor(looker);
  const dated = () => make().andWhere(`${due} IS NOT NULL`);
  const undated = () => make().andWhere(`${due} IS NULL`);
  const walk = (query: CaseQuery, skip: number, take: number): Promise<Keyed[]> =>
    query
      .addSelect(due, 'key')
      .orderBy(due, 'ASC')
      .addOrderBy('f.id', 'ASC')
      .offset(skip)
      .limit(take)
      .getRawMany<Keyed>();
  const first = await walk(dated(), offset, limit);
  if (first.length === limit) return first;
  const passed = first.length > 0 || offset === 0 ? offset + first.length : await countUpTo(dated(), offset);
  return [...first, ...(await walk(undated(), Math.max(0, offset - passed), limit - first.length))];
}

/** How many there are, counted no further than `most`. */
export async function countUpTo(query: CaseQuery, most: number): Promise<number> {
  const some = query.limit(most);
  const counted = await some.connection
    .createQueryBuilder()
    .select('COUNT(*)', 'n')
    .from(`(${some.getQuery()})`, 'some')
    .setParameters(some.getParameters())
    .getRawOne<{ n: number | string }>();
  return Number(counted?.n ?? 0);
}

/** The case files of ids that were found within the looker's reach, in their order. */
export async function filesOf(database: Database, found: readonly Pick<Keyed, 'id'>[]): Promise<CaseFile[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const query = database.reader.createQueryBuilder<CaseFile>('CaseFile', 'f');
  const files = new Map((await query.where('f.id IN (:...ids)', { ids }).getMany()).map((file) => [file.id, file]));
  return ids.map((id) => files.get(id)).filter((file) => file !== undefined);
}
