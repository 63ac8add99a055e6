import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "reporter_key" (
    "id" varchar(26) NOT NULL,
    "key_id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "purpose" varchar(12) NOT NULL,
    "tag" varchar(44) NOT NULL,
    "public_key" varchar(44) NOT NULL,
    "mac" varchar(44) NOT NULL,
    "wrapped" text NOT NULL,
    "until" varchar(24),
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_reporter_key_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_reporter_key_until" ON "reporter_key" ("until")`,
  `CREATE INDEX "ix_reporter_key_case" ON "reporter_key" ("case_id")`,
  `CREATE UNIQUE INDEX "ux_reporter_key_tag" ON "reporter_key" ("tag")`,
  `CREATE TABLE "receipt_salt" (
    "province" varchar(8) NOT NULL,
    "salt" varchar(24) NOT NULL,
    PRIMARY KEY ("province")
  )`,
  `CREATE TABLE "submission" (
    "tag" varchar(44) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    PRIMARY KEY ("tag"),
    CONSTRAINT "fk_submission_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
];

export class Reporters1763600005800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
