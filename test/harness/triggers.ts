import type { Database } from '../../src/platform/database/database';
import { sql } from '../../src/platform/database/sql';

/** A trigger in the hand of somebody at the database: he takes it away, puts another in its place, or puts it back. */
export class TriggerAtHand {
  private original: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly name: string,
    private readonly table: string,
  ) {}

  async away(): Promise<void> {
    this.original ??= await this.asItStands();
    await this.run(`DROP TRIGGER IF EXISTS ${this.name}${this.database.isSqlite ? '' : ` ON ${this.table}`}`);
  }

  /** The same name, and it refuses nothing. */
  async emptied(): Promise<void> {
    await this.away();
    if (this.database.isSqlite) {
      return this.run(`CREATE TRIGGER "${this.name}" BEFORE UPDATE ON "${this.table}" BEGIN SELECT 1; END`);
    }
    await this.run('CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$');
    await this.run(
      `CREATE TRIGGER ${this.name} BEFORE UPDATE ON ${this.table} FOR EACH ROW EXECUTE FUNCTION nothing()`,
    );
  }

  /** As the migration made it. */
  async back(): Promise<void> {
    await this.away();
    await this.run(this.original ?? '');
  }

  async run(statement: string): Promise<void> {
    await this.database.write((em) => em.query(statement));
  }

  private async asItStands(): Promise<string> {
    const text = this.database.isSqlite
      ? `SELECT sql AS text FROM sqlite_master WHERE name = $1`
      : 'SELECT pg_get_triggerdef(oid) AS text FROM pg_trigger WHERE tgname = $1';
    const [row] = await sql<{ text: string }>(this.database.reader, text, [this.name]);
    if (!row) throw new Error(`there is no trigger ${this.name}`);
    return row.text;
  }
}
