import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { ClockCode } from '../agencies/codes';
import type { CaseFile } from '../cases/case-file.entity';
import type { Status } from '../cases/moves.rules';
import type { ReferralState } from '../cases/codes';
import type { DeadlineState } from '../deadlines/deadline.entity';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { SqlValue } from '../platform/database/sql';
import { sql } from '../platform/database/sql';
import { seesOnlyOwn } from './worklist-query';

/** One line of a worklist, already cleared for whoever looks. */
export interface CaseRow {
  readonly number: string;
  readonly status: Status;
  readonly step: number;
  readonly channel: string;
  readonly type: string;
  readonly agencyCode: string | null;
  readonly district: string;
  readonly receivedAt: string;
  /** Next due instant: of an agency's own referral for its contact, else of any clock that runs. */
  readonly nextDueAt: string | null;
  readonly overdue: boolean;
  /** The clock's own warning time has come. */
  readonly near: boolean;
  /** Which clock is due next. */
  readonly clock: ClockCode | null;
  readonly assignee: { readonly username: string; readonly name: string } | null;
  readonly urgent: boolean;
  readonly imported: boolean;
  /** How many the looker may know of, without those withdrawn. */
  readonly referrals: number;
}

interface RunRow {
  readonly case_id: string;
  readonly clock: ClockCode;
  readonly state: DeadlineState;
  readonly due_at: string;
  readonly near_at: string;
  readonly referral_id: string | null;
}

interface ReferralRow {
  readonly id: string;
  readonly case_id: string;
  readonly agency_code: string | null;
  readonly state: ReferralState;
}

interface OfficerRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
}

/** Adds to case files what a list shows beside them: three reads, however many rows. */
@Injectable()
export class CaseRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(looker: Looker, files: readonly CaseFile[]): Promise<readonly CaseRow[]> {
    if (files.length === 0) return [];
    const ownOnly = seesOnlyOwn(looker);
    const referrals = (await this.referrals(files)).filter((one) => !ownOnly || one.agency_code === looker.agencyCode);
    const runs = ownOnly ? ofReferrals(await this.runs(files), referrals) : await this.runs(files);
    const officers = ownOnly ? [] : await this.officers(files);
    const now = this.clock.now();
    return files.map((file) =>
      rowOf(file, {
        now,
        ownOnly,
        run: runs.find(({ case_id }) => case_id === file.id) ?? null,
        officer: officers.find(({ id }) => id === file.assignee) ?? null,
        referrals: referrals.filter(({ case_id }) => case_id === file.id).length,
      }),
    );
  }

  /** Running clocks, next due first. The state is asked here, for a query that named it would walk all that run. */
  private async runs(files: readonly CaseFile[]): Promise<RunRow[]> {
    const ids = files.map(({ id }) => id);
    const runs = await this.read<RunRow>(
      `SELECT case_id, clock, state, due_at, near_at, referral_id FROM deadline
       WHERE case_id IN (${marks(ids)}) ORDER BY due_at, id`,
      ids,
    );
    return runs.filter(({ state }) => state === 'running');
  }

  private referrals(files: readonly CaseFile[]): Promise<ReferralRow[]> {
    const ids = files.map(({ id }) => id);
    return this.read(
      `SELECT id, case_id, agency_code, state FROM referral WHERE state <> 'withdrawn' AND case_id IN (${marks(ids)})`,
      ids,
    );
  }

  private async officers(files: readonly CaseFile[]): Promise<OfficerRow[]> {
    const ids = [...new Set(files.map(({ assignee }) => assignee).filter((id) => id !== null))];
    return ids.length === 0 ? [] : this.read(`SELECT id, username, name FROM officer WHERE id IN (${marks(ids)})`, ids);
  }

  private read<Row extends object>(text: string, values: readonly SqlValue[]): Promise<Row[]> {
    return sql<Row>(this.database.reader, text, values);
  }
}

const marks = (values: readonly unknown[]): string => values.map((_value, at) => `$${at + 1}`).join(', ');

const ofReferrals = (runs: readonly RunRow[], referrals: readonly ReferralRow[]): readonly RunRow[] =>
  runs.filter(({ referral_id }) => referrals.some(({ id }) => id === referral_id));

interface Beside {
  readonly now: string;
  readonly ownOnly: boolean;
  readonly run: RunRow | null;
  readonly officer: OfficerRow | null;
  readonly referrals: number;
}

function rowOf(file: CaseFile, { now, ownOnly, run, officer, referrals }: Beside): CaseRow {
  const nextDueAt = ownOnly ? (run?.due_at ?? null) : file.nextDueAt;
  const { number, status, step, channel, type, agencyCode, district, receivedAt, urgent, imported } = file;
  return {
    ...{ number, status, step, channel, type, agencyCode, district, receivedAt },
    nextDueAt,
    overdue: file.open && nextDueAt !== null && nextDueAt < now,
    near: run !== null && run.near_at <= now,
    clock: run?.clock ?? null,
    assignee: officer && { username: officer.username, name: officer.name },
    urgent,
    imported,
    referrals,
  };
}
