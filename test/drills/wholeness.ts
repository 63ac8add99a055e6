import { DataSource } from 'typeorm';
import { AUDIT_ENTITIES } from '../../src/audit/audit.entities';
import { Trail } from '../../src/audit/trail';
import { CLOCKS as ALL_CLOCKS, STARTS } from '../../src/agencies/codes';
import { STARTED_BY } from '../../src/deadlines/clock-events.rules';
import type { Settings } from '../../src/platform/config/settings';
import { readServerSecret } from '../../src/platform/crypto/server-secret';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { sql } from '../../src/platform/database/sql';
import { handlersOf } from '../../src/vault/units';

const HANDLING = handlersOf({});
const FIRST_CLOCKS = ALL_CLOCKS.filter((clock) => STARTED_BY[STARTS[clock][0]].includes('received'));
const CLOCKS = FIRST_CLOCKS.map((clock) => `'${clock}'`).join(',');

const missing = (what: string): string => `SELECT f.id FROM case_file f WHERE NOT EXISTS (SELECT 1 FROM ${what})`;
const counted = (what: string, right: number): string =>
  `SELECT f.id FROM case_file f WHERE (SELECT COUNT(*) FROM ${what}) <> ${right}`;
const grants = (kind: string): string =>
  `compartment c JOIN key_grant g ON g.compartment_id = c.id WHERE c.case_id = f.id AND c.kind = '${kind}' AND g.until_at IS NULL`;
const withoutCase = (table: string): string =>
  `SELECT t.case_id AS id FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM case_file f WHERE f.id = t.case_id)`;
const sequence = (name: string, column: string, table: string): string =>
  `SELECT '${name}' AS id FROM (SELECT COUNT(*) AS n, COUNT(DISTINCT ${column}) AS d, MIN(${column}) AS a, MAX(${column}) AS z FROM ${table}) s
   WHERE n > 0 AND (a <> 1 OR z <> n OR d <> n OR n <> COALESCE((SELECT SUM(value) FROM counter WHERE name LIKE '${name}%'), -1))`;

/** What must never be found, after any crash: each query answers the ids of what is broken. All cases are of one fiscal year. */
const NEVER: Readonly<Record<string, string>> = {
  'a case without its first line': missing(`case_event e WHERE e.case_id = f.id AND e.kind = 'received'`),
  'a case with two first lines': counted(`case_event e WHERE e.case_id = f.id AND e.kind = 'received'`, 1),
  'a case whose number may be drawn again': missing('case_number n WHERE n.number = f.number'),
  'a dialogue not open to the units and the reporter': counted(grants('dialogue'), HANDLING.length + 1),
  'a dialogue that the receipt does not open': missing(
    `${grants('dialogue')} AND g.reader IN (SELECT 'reporter:' || k.key_id FROM reporter_key k
     WHERE k.case_id = f.id AND k.purpose = 'receipt')`,
  ),
  'working papers not open to the units': counted(grants('work'), HANDLING.length),
  'a case without its words': missing(
    'sealed_item i JOIN compartment c ON c.id = i.compartment_id WHERE i.id = f.allegation_item AND c.case_id = f.id',
  ),
  'a case without exactly one receipt': counted(
    `reporter_key k WHERE k.case_id = f.id AND k.purpose = 'receipt' AND k.until IS NULL`,
    1,
  ),
  'a case without its submission': counted('submission s WHERE s.case_id = f.id', 1),
  'a case that the figures do not know': missing(
    `fact_case c JOIN fact_span s ON s.case_id = c.case_id JOIN fact_stay y ON y.case_id = c.case_id
     WHERE c.case_id = f.id AND s.number = 1`,
  ),
  'a case without its clocks': counted(
    `deadline d JOIN case_event e ON e.id = d.line_id
     WHERE d.case_id = f.id AND e.kind = 'received' AND d.clock IN (${CLOCKS})`,
    FIRST_CLOCKS.length,
  ),
  'a case that does not know its next date': `SELECT f.id FROM case_file f
     WHERE f.next_due_at IS NULL
        OR f.next_due_at <> (SELECT MIN(d.due_at) FROM deadline d WHERE d.case_id = f.id AND d.state <> 'stopped')`,
  'a case that the record does not know': missing(
    `audit_row a WHERE a.subject_kind = 'case' AND a.subject_id = f.id AND a.act = 'case.received'`,
  ),
  'a record of a case that is not there': `SELECT a.subject_id AS id FROM audit_row a
     WHERE a.subject_kind = 'case' AND NOT EXISTS (SELECT 1 FROM case_file f WHERE f.id = a.subject_id)`,
  'a number without a case': `SELECT n.number AS id FROM case_number n
     WHERE NOT EXISTS (SELECT 1 FROM case_file f WHERE f.number = n.number)`,
  'a compartment that nobody can open': `SELECT c.id FROM compartment c
     WHERE NOT EXISTS (SELECT 1 FROM key_grant g WHERE g.compartment_id = c.id)`,
  'register numbers with a gap or twice': sequence('register-', 'register_no', 'case_file'),
  'story numbers with a gap or twice': sequence('story', 'seq', 'case_event'),
};

const OF_A_CASE = ['case_event', 'compartment', 'reporter_key', 'submission', 'deadline', 'notice'] as const;
const FIGURES = ['fact_case', 'fact_span', 'fact_stay'] as const;

/** Everything about the database at rest that is not as it must be; empty when all is well. */
export async function faultsIn(settings: Settings): Promise<readonly string[]> {
  const source = new DataSource(dataSourceOptions(settings, AUDIT_ENTITIES, 'reads'));
  const { manager } = await source.initialize();
  try {
    const faults: string[] = [];
    for (const [fault, query] of [...Object.entries(NEVER), ...orphans()]) {
      const found = await sql<{ id: string }>(manager, query);
      if (found.length > 0) faults.push(`${fault}: ${found.length}, first ${found[0]?.id}`);
    }
    const trail = new Trail(new Database(source, source), readServerSecret(settings));
    const broken = await trail.verify('NWT');
    return broken === null ? faults : [...faults, `the record is broken at row ${broken}`];
  } finally {
    await source.destroy();
  }
}

/** How many cases there are. */
export async function casesIn(settings: Settings): Promise<number> {
  const source = await new DataSource(dataSourceOptions(settings, [], 'reads')).initialize();
  const [row] = await sql<{ n: number | string }>(source.manager, 'SELECT COUNT(*) AS n FROM case_file');
  await source.destroy();
  return Number(row?.n);
}

const orphans = (): [string, string][] =>
  [...OF_A_CASE, ...FIGURES].map((table) => [`${table} without its case`, withoutCase(table)]);
