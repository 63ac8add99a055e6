import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import type { ClockCode } from '../agencies/codes';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { casesOf, filesOf } from './worklist-query';

/** What one officer was told: kind, case and day, never a content. */
export interface OwnNotice {
  readonly at: string;
  /** A code of the notices room, or of the profile's ladder. */
  readonly kind: string;
  readonly clock: ClockCode | null;
  readonly dueAt: string | null;
  /** Null, as its type: it is about a proceeding of another body that has no case. */
  readonly number: string | null;
  readonly type: string | null;
  readonly proceedingId: string | null;
}

export interface NoticesView {
  readonly items: readonly OwnNotice[];
  /** From 1. */
  readonly page: number;
  readonly hasMore: boolean;
}

interface Row {
  readonly case_id: string | null;
  readonly proceeding_id: string | null;
  readonly kind: string;
  readonly clock: ClockCode | null;
  readonly due_at: string | null;
  readonly at: string;
}

const PAGE_SIZE = 50;

/** The rows the notices room wrote for this officer, newest first; of cases she may still see. */
@Injectable()
export class OwnNotices {
  constructor(private readonly database: Database) {}

  async of(looker: Looker, page: number): Promise<NoticesView> {
    const rows = await sql<Row>(
      this.database.reader,
      `SELECT case_id, proceeding_id, kind, clock, due_at, at FROM notice WHERE recipient = $1 AND province = $2
       ORDER BY at DESC, id DESC LIMIT ${PAGE_SIZE + 1} OFFSET ${(page - 1) * PAGE_SIZE}`,
      [looker.officerId, looker.province],
    );
    const shown = rows.slice(0, PAGE_SIZE);
    const cases = await this.cases(looker, shown);
    const mayRule = may(looker, 'case.rule') !== null;
    const items = shown.flatMap(
      ({ case_id, proceeding_id: proceedingId, kind, clock, due_at: dueAt, at }): readonly OwnNotice[] => {
        const told = { at, kind, clock, dueAt, proceedingId };
        if (case_id === null) return mayRule ? [{ ...told, number: null, type: null }] : [];
        const file = cases.get(case_id);
        return file ? [{ ...told, ...file }] : [];
      },
    );
    return { items, page, hasMore: rows.length > PAGE_SIZE };
  }

  private async cases(looker: Looker, rows: readonly Row[]) {
    const found = new Map<string, { readonly number: string; readonly type: string }>();
    const ids = [...new Set(rows.flatMap(({ case_id }) => (case_id === null ? [] : [case_id])))];
    if (ids.length === 0) return found;
    const reached = await casesOf(this.database, looker, ids).getRawMany<{ id: string }>();
    const files = await filesOf(this.database, reached);
    for (const { id, number, type } of files) found.set(id, { number, type });
    return found;
  }
}
