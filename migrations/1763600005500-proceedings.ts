import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "ruling" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "state" varchar(12) NOT NULL,
    "body" varchar(16) NOT NULL,
    "reference" varchar(60) NOT NULL,
    "ruled_on" varchar(10) NOT NULL,
    "kind" varchar(12) NOT NULL,
    "agency_code" varchar(40),
    "accused_kind" varchar(32),
    "note_item" varchar(26),
    "proposed_by" varchar(26) NOT NULL,
    "proposed_at" varchar(24) NOT NULL,
    "decided_at" varchar(24),
    "overturned_on" varchar(10),
    "overturned_by_reference" varchar(60),
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_ruling_state" CHECK (state IN ('proposed','made','overturned','refused')),
    CONSTRAINT "ck_ruling_kind" CHECK (kind IN ('discipline','corruption','both')),
    CONSTRAINT "fk_ruling_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_ruling_case" ON "ruling" ("case_id", "ruled_on")`,
  `CREATE UNIQUE INDEX "ux_ruling_reference" ON "ruling" ("case_id", "body", "reference") WHERE state <> 'refused'`,
  `CREATE TABLE "proceeding" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26),
    "body" varchar(16) NOT NULL,
    "reference" varchar(60) NOT NULL,
    "opened_on" varchar(10) NOT NULL,
    "due_on" varchar(10) NOT NULL,
    "extensions" text NOT NULL,
    "ended_on" varchar(10),
    "counter_suit" boolean NOT NULL,
    "entered_by" varchar(26) NOT NULL,
    "entered_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_proceeding_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_proceeding_due" ON "proceeding" ("province", "due_on", "id")`,
  `CREATE UNIQUE INDEX "ux_proceeding_reference" ON "proceeding" ("province", "body", "reference")`,
];

/** Rulings from outside, and proceedings with their legal limits. */
export class Proceedings1763600005500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
