import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "calendar_version" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "no" integer NOT NULL,
    "origin" varchar(12) NOT NULL,
    "version" varchar(60) NOT NULL,
    "source" text NOT NULL,
    "change" text NOT NULL,
    "from_day" varchar(10) NOT NULL,
    "letter_no" varchar(60),
    "state" varchar(8) NOT NULL,
    "proposed_by" varchar(26),
    "proposed_at" varchar(24) NOT NULL,
    "decided_by" varchar(26),
    "decided_at" varchar(24),
    "undone_by" varchar(26),
    "undone_at" varchar(24),
    "carried_at" varchar(24),
    CONSTRAINT "ck_calendar_version_state" CHECK ("state" IN ('proposed', 'refused', 'in_force', 'undone')),
    CONSTRAINT "ck_calendar_version_two" CHECK ("decided_by" IS NULL OR "proposed_by" IS NULL OR "decided_by" <> "proposed_by"),
    CONSTRAINT "pk_calendar_version" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_calendar_version" ON "calendar_version" ("province", "no")`,

  `CREATE TABLE "calendar_move" (
    "id" varchar(26) NOT NULL,
    "version_id" varchar(26) NOT NULL,
    "deadline_id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "clock" varchar(16) NOT NULL,
    "before" text NOT NULL,
    "after" text NOT NULL,
    "undone_at" varchar(24),
    CONSTRAINT "pk_calendar_move" PRIMARY KEY ("id"),
    CONSTRAINT "fk_calendar_move_version" FOREIGN KEY ("version_id") REFERENCES "calendar_version" ("id"),
    CONSTRAINT "fk_calendar_move_deadline" FOREIGN KEY ("deadline_id") REFERENCES "deadline" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_calendar_move" ON "calendar_move" ("version_id", "deadline_id")`,
  `CREATE INDEX "ix_calendar_move_deadline" ON "calendar_move" ("deadline_id")`,
];

/** The province's calendars by version, and what each of them moved. */
export class Calendar1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
