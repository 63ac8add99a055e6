import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { Database } from '../platform/database/database';
import type { SqlValue } from '../platform/database/sql';
import { sql } from '../platform/database/sql';
import { readSearch } from './search-terms.rules';
import type { SearchTerms } from './search-terms.rules';
import type { CaseQuery } from './worklist-query';
import { byReceipt } from './worklist-query';

/** A number names few cases; whatever is beyond this was no number. */
const MOST_NUMBERED = 200;

/** Turns what was typed into cases: numbers are looked up by their indexes, names become codes, each walked by receipt. */
@Injectable()
export class Search {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
  ) {}

  /**
   * Ids of the newest matches by receipt, at most `most`. `make` gives the cases in reach under the other filters;
   * `year` is this fiscal year, BE.
   */
  async find(
    make: (these?: readonly string[]) => CaseQuery,
    text: string,
    year: number,
    most: number,
  ): Promise<readonly { readonly id: string }[]> {
    const terms = readSearch(this.province, text, year);
    const numbered = await this.numbered(terms);
    const walks = [
      ...(numbered.length > 0 ? [make(numbered)] : []),
      ...CODED.flatMap(([column, codes]) =>
        terms[codes].map((code) => make().andWhere(`f.${column} = :code`, { code })),
      ),
    ];
    const found = new Map<string, string>();
    for (const walk of walks) {
      for (const { id, key } of await byReceipt(walk, { offset: 0, limit: most })) found.set(id, key);
    }
    return [...found]
      .map(([id, receivedAt]) => ({ id, receivedAt }))
      .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id.localeCompare(a.id))
      .slice(0, most);
  }

  /** Three index reads; who may see what they find is the list's question. */
  private async numbered({ numbers, registryNos, registerNo }: SearchTerms): Promise<readonly string[]> {
    const { code } = this.province;
    const found = [
      ...(await this.ids(`number IN (${marks(numbers, 1)})`, numbers)),
      ...(await this.ids(`province = $1 AND registry_no IN (${marks(registryNos, 2)})`, [code, ...registryNos])),
      ...(registerNo ? await this.registered(registerNo) : []),
    ];
    return [...new Set(found)];
  }

  private registered({ no, fiscalYears }: NonNullable<SearchTerms['registerNo']>): Promise<readonly string[]> {
    return this.ids(`province = $1 AND register_no = $2 AND fiscal_year IN (${marks(fiscalYears, 3)})`, [
      this.province.code,
      no,
      ...fiscalYears,
    ]);
  }

  private async ids(where: string, values: readonly SqlValue[]): Promise<readonly string[]> {
    if (values.length === 0) return [];
    const text = `SELECT id FROM case_file WHERE ${where} LIMIT ${MOST_NUMBERED}`;
    return (await sql<{ id: string }>(this.database.reader, text, values)).map(({ id }) => id);
  }
}

const marks = (values: readonly unknown[], from: number): string =>
  values.map((_value, at) => `$${at + from}`).join(', ');

const CODED = [
  ['type', 'types'],
  ['agency_code', 'agencies'],
  ['district', 'districts'],
  ['channel', 'channels'],
] as const;
