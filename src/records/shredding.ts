import { Injectable } from '@nestjs/common';
import { Wall } from '../access/wall';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';

const OF_CASE = 'case_id = $1';
const COMPARTMENTS = 'compartment_id IN (SELECT id FROM compartment WHERE case_id = $1)';
const DEADLINES = 'deadline_id IN (SELECT id FROM deadline WHERE case_id = $1)';

/** Tables whose rows of a case are destroyed, each before those it refers to. */
export const DESTROYED: readonly (readonly [table: string, rows: string])[] = [
  // Keys first: without them the rest is noise.
  ['key_grant', COMPARTMENTS],
  ['sealed_item', COMPARTMENTS],
  ['reporter_session', OF_CASE],
  ['reporter_key', OF_CASE],
  ['agency_session', 'code_id IN (SELECT id FROM referral_code WHERE case_id = $1)'],
  ['referral_code', OF_CASE],
  ['reporter_address', OF_CASE],
  ['submission', OF_CASE],
  ['index_mark', OF_CASE],
  ['message_read', OF_CASE],
  ['rating', OF_CASE],
  ['notice', OF_CASE],
  ['deadline_rung', DEADLINES],
  ['deadline_pause', DEADLINES],
  ['deadline_extension', DEADLINES],
  ['calendar_move', DEADLINES],
  ['deadline', OF_CASE],
  ['disclosure_order', OF_CASE],
  ['identity_request', OF_CASE],
  ['withdrawal', OF_CASE],
  ['closing_record', OF_CASE],
  ['report_order', OF_CASE],
  ['report', OF_CASE],
  ['finding', OF_CASE],
  ['verification_record', OF_CASE],
  ['verification_order', OF_CASE],
  ['classification', OF_CASE],
  ['sorting_sheet', OF_CASE],
  ['referral_answer', OF_CASE],
  ['referral_exhibit', 'referral_id IN (SELECT id FROM referral WHERE case_id = $1)'],
  ['referral', OF_CASE],
  ['ruling', OF_CASE],
  ['proceeding', OF_CASE],
  ['approval', OF_CASE],
  ['legal_hold', OF_CASE],
  ['custody_entry', 'exhibit_id IN (SELECT id FROM exhibit WHERE case_id = $1)'],
  ['exhibit', OF_CASE],
  ['sealed_file', COMPARTMENTS],
  ['compartment', OF_CASE],
  ['case_event', `${OF_CASE} AND kind <> 'disposed'`],
];

/** Tables whose rows of a case are left, and why: codes, ids, dates and numbers that open nothing and name nobody. */
export const LEFT: Readonly<Record<string, string>> = {
  case_file: 'number and register number never come again; emptied of what names or places',
  case_event: 'the one line that says it was disposed of',
  wall_row: 'the case stays hidden from whom it was hidden; why is not said any more',
  disposal: 'the certificate',
  indexed_case: 'a number of the search index that leads to no case any more',
  fact_case: 'figures of past years do not move',
  fact_span: 'figures of past years do not move',
  fact_stay: 'figures of past years do not move',
  fact_referral: 'figures of past years do not move',
  fact_ruling: 'figures of past years do not move',
  fact_proceeding: 'figures of past years do not move',
};

/** Destroys what a case held: its keys, so that no copy of its bytes opens any more, and its papers. */
@Injectable()
export class Shredding {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly wall: Wall,
  ) {}

  /** Inside a write, the case locked. The bytes of its files are still on the shelf, and noted to be removed. */
  async shred(file: CaseFile): Promise<void> {
    await this.database.write(async (em) => {
      const { id, province } = file;
      const note = `INSERT INTO disposal_file (id, province) SELECT id, $2 FROM sealed_file WHERE ${COMPARTMENTS}`;
      await sql(em, note, [id, province]);
      for (const [table, rows] of DESTROYED) await sql(em, `DELETE FROM "${table}" WHERE ${rows}`, [id]);
      await this.wall.forgetWhy(file);
      await this.cases.dispose(file);
    });
  }
}
