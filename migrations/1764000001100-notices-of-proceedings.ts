import type { MigrationInterface, QueryRunner } from 'typeorm';

const ABOUT = `CONSTRAINT "ck_notice_about" CHECK ("case_id" IS NOT NULL OR "proceeding_id" IS NOT NULL)`;
const PROCEEDING = `CONSTRAINT "fk_notice_proceeding" FOREIGN KEY ("proceeding_id") REFERENCES "proceeding" ("id")`;

interface Kept {
  readonly sql: string;
}

/** A notice may be about a proceeding that has no case of the desk, and then no line of a story either. */
export class NoticesOfProceedings1764000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type === 'postgres') await this.alter(runner);
    else await this.rebuild(runner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }

  private async alter(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "notice" ALTER COLUMN "event_id" DROP NOT NULL`);
    await runner.query(`ALTER TABLE "notice" ALTER COLUMN "case_id" DROP NOT NULL`);
    await runner.query(`ALTER TABLE "notice" ADD COLUMN "proceeding_id" varchar(26)`);
    for (const constraint of [ABOUT, PROCEEDING]) await runner.query(`ALTER TABLE "notice" ADD ${constraint}`);
  }

  /** SQLite takes NOT NULL from no column: the table as it stands is written anew, with every column and index it has. */
  private async rebuild(runner: QueryRunner): Promise<void> {
    const kept = (type: string): Promise<Kept[]> =>
      runner.query(`SELECT sql FROM sqlite_master WHERE tbl_name = 'notice' AND type = '${type}' AND sql IS NOT NULL`);
    const [table] = await kept('table');
    const others = [...(await kept('index')), ...(await kept('trigger'))];
    const columns = (await runner.query(`PRAGMA table_info("notice")`)) as readonly { name: string }[];
    const list = columns.map(({ name }) => `"${name}"`).join(', ');
    await runner.query(renewed(table?.sql ?? ''));
    await runner.query(`INSERT INTO "notice_anew" (${list}) SELECT ${list} FROM "notice"`);
    await runner.query(`DROP TABLE "notice"`);
    await runner.query(`ALTER TABLE "notice_anew" RENAME TO "notice"`);
    for (const { sql } of others) await runner.query(sql);
  }
}

/** @throws Error when the table is not the one this was written for */
function renewed(sql: string): string {
  const changes: readonly (readonly [RegExp, string])[] = [
    [/^CREATE TABLE "notice"/, 'CREATE TABLE "notice_anew"'],
    [/"event_id" varchar\(26\) NOT NULL/, '"event_id" varchar(26)'],
    [/"case_id" varchar\(26\) NOT NULL/, '"case_id" varchar(26), "proceeding_id" varchar(26)'],
    [/\)\s*$/, `, ${ABOUT}, ${PROCEEDING})`],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`the table of notices has no ${from.source}`);
    return text.replace(from, to);
  }, sql);
}
