import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "identity_request" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "exhibit_no" integer,
    "asked_by" varchar(26) NOT NULL,
    "asked_at" varchar(24) NOT NULL,
    "reason" varchar(24) NOT NULL,
    "reason_item" varchar(26) NOT NULL,
    "hours" integer NOT NULL,
    "state" varchar(8) NOT NULL,
    "decided_by" varchar(26),
    "decided_at" varchar(24),
    "decision_item" varchar(26),
    "until_at" varchar(24),
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_identity_request_state" CHECK (state IN ('asked','granted','denied')),
    CONSTRAINT "ck_identity_request_two" CHECK (decided_by IS NULL OR decided_by <> asked_by),
    CONSTRAINT "fk_identity_request_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_identity_request_case" ON "identity_request" ("case_id", "asked_at")`,
  `CREATE INDEX "ix_identity_request_state" ON "identity_request" ("province", "state", "asked_at")`,
];

export class Custody1763800000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
