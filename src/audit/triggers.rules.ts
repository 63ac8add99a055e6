/** A trigger, or a rule, that stands on a table of the trail: its name and what it says. */
export interface Standing {
  readonly name: string;
  readonly text: string;
}

type Dialect = 'sqlite' | 'postgres';

/** Case, quotes, blanks, casts and brackets are the database's own way of writing. */
const canonical = (text: string): string =>
  text
    .toLowerCase()
    .replace(/"|::\w+( varying)?/g, '')
    .replace(/[()]/g, ' ')
    .replace(/\s*;\s*/g, '; ')
    .replace(/\s+/g, ' ')
    .trim();

const sqlite = (head: string, said: string): string =>
  canonical(`CREATE TRIGGER ${head} BEGIN SELECT RAISE(ABORT, '${said}'); END`);
const postgres = (head: string): string =>
  canonical(`CREATE TRIGGER ${head} EXECUTE FUNCTION audit_refuse()
    AS plpgsql BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END`);

const ONLY_FORWARD = 'WHEN NEW.no <= OLD.no OR NEW.province <> OLD.province';

/** What the migration of the audit room made, word for word (KEYS K14: append-only). */
const EXPECTED: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  sqlite: {
    audit_row_no_update: sqlite('audit_row_no_update BEFORE UPDATE ON audit_row', 'audit_row is append-only'),
    audit_row_no_delete: sqlite('audit_row_no_delete BEFORE DELETE ON audit_row', 'audit_row is append-only'),
    audit_head_forward_only: sqlite(
      `audit_head_forward_only BEFORE UPDATE ON audit_head ${ONLY_FORWARD}`,
      'audit_head only moves forward',
    ),
    audit_head_no_delete: sqlite('audit_head_no_delete BEFORE DELETE ON audit_head', 'audit_head only moves forward'),
  },
  postgres: {
    audit_row_no_update: postgres('audit_row_no_update BEFORE UPDATE ON audit_row FOR EACH ROW'),
    audit_row_no_delete: postgres('audit_row_no_delete BEFORE DELETE ON audit_row FOR EACH ROW'),
    audit_row_no_truncate: postgres('audit_row_no_truncate BEFORE TRUNCATE ON audit_row FOR EACH STATEMENT'),
    audit_head_forward_only: postgres(
      `audit_head_forward_only BEFORE UPDATE ON audit_head FOR EACH ROW ${ONLY_FORWARD}`,
    ),
    audit_head_no_delete: postgres('audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW'),
    audit_head_no_truncate: postgres('audit_head_no_truncate BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT'),
  },
};

/**
 * What is wrong with the triggers of the trail, in their names: one is missing, says something else than it was made
 * with (an empty one of the same name refuses nothing), or is not ours (it could swallow rows).
 */
export function faultsIn(dialect: Dialect, standing: readonly Standing[]): readonly string[] {
  const expected = EXPECTED[dialect];
  const there = new Map(standing.map(({ name, text }) => [name, canonical(text)]));
  const ours = Object.entries(expected).flatMap(([name, text]) => {
    const found = there.get(name);
    if (found === undefined) return [`${name} is missing`];
    return found === text ? [] : [`${name} was changed`];
  });
  const strange = [...there.keys()].filter((name) => expected[name] === undefined).map((name) => `${name} is not ours`);
  return [...ours, ...strange];
}
