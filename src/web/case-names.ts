import { Injectable } from '@nestjs/common';
import type { Approval } from '../cases/approval.entity';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import type { Referral } from '../cases/referral.entity';
import type { LineData } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { chunks, sql } from '../platform/database/sql';
import type { Person } from './case-sheet';

interface Named {
  readonly file: CaseFile;
  readonly story: readonly CaseEvent[];
  readonly referrals: readonly Referral[];
  readonly approvals: readonly Approval[];
}

/** Names of the ids in a case file; unknown ones are null. */
export interface KnownNames {
  readonly officer: (id: string | null) => Person | null;
  readonly unlisted: (id: string | null) => string | null;
  readonly caseNumber: (id: string | null) => string | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly username: string;
}

/** The officer to whom a line of the story refers: who was assigned, who verifies. */
export const concernedBy = ({ officer, investigator }: LineData): string | null =>
  [officer, investigator].find((id) => typeof id === 'string') ?? null;

/** Who and what the ids of a case file are: at most three reads. */
@Injectable()
export class CaseNames {
  constructor(private readonly database: Database) {}

  /** @param hidden cases that are not there for whoever reads. */
  async of({ file, story, referrals, approvals }: Named, hidden: readonly string[]): Promise<KnownNames> {
    const people = [
      ...[file.assignee, file.investigator, file.enteredBy],
      ...story.flatMap(({ byId, data }) => [byId, concernedBy(data)]),
      ...approvals.map(({ askedBy }) => askedBy),
    ];
    const officers = await this.rows('officer', 'name, username', people);
    const unlisted = await this.rows(
      'unlisted_name',
      `name, '' AS username`,
      referrals.map(({ unlistedId }) => unlistedId),
    );
    const numbers = await this.rows('case_file', `number AS name, '' AS username`, [file.mergedInto]);
    return {
      officer: (id) => {
        const found = id === null ? undefined : officers.get(id);
        return found ? { username: found.username, name: found.name } : null;
      },
      unlisted: (id) => (id === null ? null : (unlisted.get(id)?.name ?? null)),
      caseNumber: (id) => (id === null || hidden.includes(id) ? null : (numbers.get(id)?.name ?? null)),
    };
  }

  private async rows(
    table: 'officer' | 'unlisted_name' | 'case_file',
    columns: string,
    ids: readonly (string | null)[],
  ): Promise<ReadonlyMap<string, Row>> {
    const found = new Map<string, Row>();
    for (const some of chunks([...new Set(ids.filter((id) => id !== null))])) {
      const marks = some.map((_id, at) => `$${at + 1}`).join(', ');
      const text = `SELECT id, ${columns} FROM ${table} WHERE id IN (${marks})`;
      for (const row of await sql<Row>(this.database.reader, text, some)) found.set(row.id, row);
    }
    return found;
  }
}
