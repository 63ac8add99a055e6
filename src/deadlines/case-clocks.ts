import { Injectable } from '@nestjs/common';
import type { ClockCode } from '../agencies/codes';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import type { DeadlineState } from './deadline.entity';
import type { ExplanationLine } from './explanation.rules';

/** One run of a clock, as pages show it. */
export interface ClockStanding {
  readonly clock: ClockCode;
  readonly state: DeadlineState;
  readonly startsAt: string;
  readonly dueAt: string;
  readonly nearAt: string;
  readonly stoppedAt: string | null;
  readonly metInTime: boolean | null;
  readonly referralId: string | null;
  readonly extended: boolean;
}

/** Why a run that has not stopped falls due when it does. */
export interface ExplainedRun extends Pick<ClockStanding, 'clock' | 'startsAt' | 'dueAt'> {
  readonly explanation: readonly ExplanationLine[];
}

interface Row {
  readonly clock: ClockCode;
  readonly state: DeadlineState;
  readonly starts_at: string;
  readonly due_at: string;
  readonly near_at: string;
  readonly stopped_at: string | null;
  readonly met_in_time: boolean | number | null;
  readonly referral_id: string | null;
  readonly extended: number | string;
}

/** The clocks of a case to be shown; nothing is changed here. */
@Injectable()
export class CaseClocks {
  constructor(private readonly database: Database) {}

  /** Oldest run first. */
  async of(caseId: string): Promise<readonly ClockStanding[]> {
    const rows = await sql<Row>(
      this.database.reader,
      `SELECT d.clock, d.state, d.starts_at, d.due_at, d.near_at, d.stopped_at, d.met_in_time, d.referral_id,
              (SELECT COUNT(*) FROM deadline_extension e WHERE e.deadline_id = d.id AND e.state = 'granted') AS extended
       FROM deadline d WHERE d.case_id = $1 ORDER BY d.starts_at, d.id`,
      [caseId],
    );
    return rows.map(standingOf);
  }

  async explained(caseId: string): Promise<readonly ExplainedRun[]> {
    const rows = await sql<Pick<Row, 'clock' | 'starts_at' | 'due_at'> & { readonly explanation: string }>(
      this.database.reader,
      `SELECT clock, starts_at, due_at, explanation FROM deadline WHERE case_id = $1 AND state <> 'stopped'`,
      [caseId],
    );
    return rows.map(({ clock, starts_at: startsAt, due_at: dueAt, explanation }) => {
      return { clock, startsAt, dueAt, explanation: JSON.parse(explanation) as readonly ExplanationLine[] };
    });
  }

  /** When the first clock that stands still for the reporter goes on by itself; null when none does. */
  async waitsUntil(caseId: string): Promise<string | null> {
    const [row] = await sql<{ until: string | null }>(
      this.database.reader,
      `SELECT MIN(p.max_until) AS until FROM deadline_pause p JOIN deadline d ON d.id = p.deadline_id
       WHERE d.case_id = $1 AND p.until_at IS NULL AND p.reason = 'waiting_reporter'`,
      [caseId],
    );
    return row?.until ?? null;
  }

  /** Due instant of the latest run of a clock, by the case's number; null when it never ran. */
  async dueOf(number: string, clock: ClockCode): Promise<string | null> {
    const [row] = await sql<{ due_at: string }>(
      this.database.reader,
      `SELECT d.due_at FROM deadline d JOIN case_file f ON f.id = d.case_id
       WHERE f.number = $1 AND d.clock = $2 ORDER BY d.clock_no DESC LIMIT 1`,
      [number, clock],
    );
    return row?.due_at ?? null;
  }
}

const standingOf = (row: Row): ClockStanding => ({
  clock: row.clock,
  state: row.state,
  startsAt: row.starts_at,
  dueAt: row.due_at,
  nearAt: row.near_at,
  stoppedAt: row.stopped_at,
  metInTime: row.met_in_time === null ? null : Boolean(row.met_in_time),
  referralId: row.referral_id,
  extended: Number(row.extended) > 0,
});
