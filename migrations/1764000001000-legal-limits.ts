import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../src/platform/ids';
import { sql } from '../src/platform/database/sql';

const TERM = `CHECK (("stated_on" IS NULL) = ("amount" IS NOT NULL) AND ("amount" IS NULL) = ("unit" IS NULL))`;

const TABLES = [
  `CREATE TABLE "legal_limit" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "proceeding_id" varchar(26) NOT NULL,
    "no" integer NOT NULL,
    "stage" varchar(16) NOT NULL,
    "starts_on" varchar(10) NOT NULL,
    "unit" varchar(2),
    "amount" integer,
    "stated_on" varchar(10),
    "letter_no" varchar(60),
    "letter_date" varchar(10),
    "first_due_on" varchar(10) NOT NULL,
    "due_on" varchar(10) NOT NULL,
    "due_at" varchar(24) NOT NULL,
    "explanation" text NOT NULL,
    "rule_version" integer NOT NULL,
    "calendar_version" varchar(60) NOT NULL,
    "state" varchar(12) NOT NULL,
    "ended_on" varchar(10),
    "end_reason" varchar(16),
    "end_letter_no" varchar(60),
    "end_letter_date" varchar(10),
    "taken_back_at" varchar(24),
    "taken_back_by" varchar(26),
    "taken_back_why" varchar(16),
    "next_rung_at" varchar(24),
    "entered_by" varchar(26) NOT NULL,
    "entered_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_legal_limit_state" CHECK ("state" IN ('running', 'ended', 'taken_back')),
    CONSTRAINT "ck_legal_limit_term" ${TERM},
    CONSTRAINT "ck_legal_limit_ended" CHECK (("state" <> 'ended') OR ("ended_on" IS NOT NULL AND "end_reason" IS NOT NULL)),
    CONSTRAINT "fk_legal_limit_proceeding" FOREIGN KEY ("proceeding_id") REFERENCES "proceeding" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_legal_limit_no" ON "legal_limit" ("proceeding_id", "no")`,
  `CREATE INDEX "ix_legal_limit_due" ON "legal_limit" ("province", "state", "due_on")`,
  `CREATE INDEX "ix_legal_limit_sweep" ON "legal_limit" ("next_rung_at")`,
  `CREATE TABLE "limit_extension" (
    "id" varchar(26) NOT NULL,
    "limit_id" varchar(26) NOT NULL,
    "no" integer NOT NULL,
    "unit" varchar(2),
    "amount" integer,
    "stated_on" varchar(10),
    "due_on" varchar(10) NOT NULL,
    "letter_no" varchar(60) NOT NULL,
    "letter_date" varchar(10) NOT NULL,
    "received_on" varchar(10),
    "entered_by" varchar(26) NOT NULL,
    "entered_at" varchar(24) NOT NULL,
    "taken_back_at" varchar(24),
    "taken_back_by" varchar(26),
    "taken_back_why" varchar(16),
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_limit_extension_term" ${TERM},
    CONSTRAINT "fk_limit_extension_limit" FOREIGN KEY ("limit_id") REFERENCES "legal_limit" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_limit_extension_no" ON "limit_extension" ("limit_id", "no")`,
  `CREATE UNIQUE INDEX "ux_limit_extension_letter" ON "limit_extension" ("limit_id", "letter_no")
    WHERE "taken_back_at" IS NULL`,
  `CREATE TABLE "limit_rung" (
    "id" varchar(26) NOT NULL,
    "limit_id" varchar(26) NOT NULL,
    "due_on" varchar(10) NOT NULL,
    "rung" integer NOT NULL,
    "due_was" varchar(24) NOT NULL,
    "fired_at" varchar(24) NOT NULL,
    "passed" boolean NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_limit_rung_limit" FOREIGN KEY ("limit_id") REFERENCES "legal_limit" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_limit_rung" ON "limit_rung" ("limit_id", "due_on", "rung")`,
  `CREATE TABLE "fact_limit" (
    "limit_id" varchar(26) NOT NULL,
    "proceeding_id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "due_on" varchar(10) NOT NULL,
    "due_year" integer NOT NULL,
    "ended_on" varchar(10),
    "ended_year" integer,
    "extended" boolean NOT NULL,
    CONSTRAINT "pk_fact_limit" PRIMARY KEY ("limit_id")
  )`,
  `CREATE INDEX "ix_fact_limit_due" ON "fact_limit" ("province", "due_year")`,
  `CREATE INDEX "ix_fact_limit_ended" ON "fact_limit" ("province", "ended_year")`,
];

/** What a proceeding knew of its one limit becomes its first limit, under the proceeding's own id. */
const CARRIED = [
  `INSERT INTO "fact_limit" ("limit_id", "proceeding_id", "province", "due_on", "due_year", "ended_on", "ended_year", "extended")
    SELECT "proceeding_id", "proceeding_id", "province", "due_on", "due_year", "ended_on", "ended_year", "extended"
    FROM "fact_proceeding"`,
  // Looked at by the first sweep, which sets the ladder; the day was typed as it stood in the letter.
  `INSERT INTO "legal_limit" ("id", "province", "proceeding_id", "no", "stage", "starts_on", "stated_on",
      "first_due_on", "due_on", "due_at", "explanation", "rule_version", "calendar_version", "state", "ended_on",
      "end_reason", "next_rung_at", "entered_by", "entered_at")
    SELECT "id", "province", "id", 1, 'other', "opened_on", "due_on", "due_on", "due_on", "due_on" || 'T09:30:00.000Z',
      '[{"code":"stated","day":"' || "due_on" || '"}]', 1, '-',
      CASE WHEN "ended_on" IS NULL THEN 'running' ELSE 'ended' END, "ended_on",
      CASE WHEN "ended_on" IS NULL THEN NULL ELSE 'proceeding' END,
      CASE WHEN "ended_on" IS NULL THEN "opened_on" || 'T00:00:00.000Z' ELSE NULL END, "entered_by", "entered_at"
    FROM "proceeding"`,
];

const NARROWED = [
  `DROP INDEX "ix_fact_proceeding_due"`,
  `DROP INDEX "ix_fact_proceeding_ended"`,
  ...['due_on', 'due_year', 'ended_on', 'ended_year', 'extended'].map(
    (column) => `ALTER TABLE "fact_proceeding" DROP COLUMN "${column}"`,
  ),
  `DROP INDEX "ix_proceeding_due"`,
  `ALTER TABLE "proceeding" DROP COLUMN "due_on"`,
  `ALTER TABLE "proceeding" DROP COLUMN "extensions"`,
  `CREATE INDEX "ix_proceeding_opened" ON "proceeding" ("province", "opened_on", "id")`,
];

interface OldProceeding {
  readonly id: string;
  readonly extensions: string;
  readonly entered_by: string;
  readonly entered_at: string;
}

interface OldExtension {
  readonly until: string;
  readonly letterNo: string;
  readonly letterDate: string;
}

/** Legal limits of proceedings as clocks of their own: stages, extensions by the body, ladders, facts. */
export class LegalLimits1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...CARRIED]) await runner.query(statement);
    await this.carryExtensions(runner);
    for (const statement of NARROWED) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }

  /** Two letters of one number stood in one list; from now on a letter extends a limit once. */
  private async carryExtensions(runner: QueryRunner): Promise<void> {
    const rows = await sql<OldProceeding>(
      runner.manager,
      `SELECT "id", "extensions", "entered_by", "entered_at" FROM "proceeding" WHERE "extensions" <> '[]'`,
    );
    for (const { id, extensions, entered_by: by, entered_at: at } of rows) {
      const read = JSON.parse(extensions) as readonly OldExtension[];
      for (const [index, one] of read.entries()) {
        const isAgain = read.slice(0, index).some(({ letterNo }) => letterNo === one.letterNo);
        const letterNo = isAgain ? `${one.letterNo.slice(0, 54)} (${index + 1})` : one.letterNo;
        await sql(
          runner.manager,
          `INSERT INTO "limit_extension"
             ("id", "limit_id", "no", "stated_on", "due_on", "letter_no", "letter_date", "entered_by", "entered_at")
           VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
          [newId(), id, index + 1, one.until, letterNo, one.letterDate, by, at],
        );
      }
      const until = read.at(-1)?.until;
      if (until === undefined) continue;
      await sql(
        runner.manager,
        `UPDATE "legal_limit" SET "due_on" = $1, "due_at" = $2, "explanation" = $3 WHERE "id" = $4`,
        [until, `${until}T09:30:00.000Z`, JSON.stringify([{ code: 'stated', day: until }]), id],
      );
    }
  }
}
