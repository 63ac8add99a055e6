import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "closing_record" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "state" varchar(12) NOT NULL,
    "outcome" varchar(32) NOT NULL,
    "improvement" boolean NOT NULL,
    "improvement_item" varchar(26),
    "repeated" boolean,
    "lessons_item" varchar(26),
    "answer_item" varchar(26),
    "proposed_by" varchar(26) NOT NULL,
    "proposed_at" varchar(24) NOT NULL,
    "decided_by" varchar(26),
    "decided_at" varchar(24),
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_closing_record_state" CHECK (state IN ('proposed','recorded','refused')),
    CONSTRAINT "fk_closing_record_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_closing_record_case" ON "closing_record" ("case_id", "proposed_at")`,
  `CREATE UNIQUE INDEX "ux_closing_record_proposed" ON "closing_record" ("case_id") WHERE state = 'proposed'`,
  `CREATE TABLE "withdrawal" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "state" varchar(8) NOT NULL,
    "reason_item" varchar(26) NOT NULL,
    "pressure_asked" boolean,
    "asked_by" varchar(26) NOT NULL,
    "asked_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_withdrawal_state" CHECK (state IN ('asked','taken','refused')),
    CONSTRAINT "fk_withdrawal_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_withdrawal_case" ON "withdrawal" ("case_id", "asked_at")`,
];

/** Step 6's papers: closing records and withdrawals. */
export class Record1763600006600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
