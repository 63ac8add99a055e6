import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "notice" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "event_id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "kind" varchar(40) NOT NULL,
    "recipient" varchar(26) NOT NULL,
    "due_at" varchar(24),
    "clock" varchar(40),
    "state" varchar(12) NOT NULL,
    "at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_notice_event" FOREIGN KEY ("event_id") REFERENCES "case_event" ("id"),
    CONSTRAINT "fk_notice_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_notice" ON "notice" ("event_id", "kind", "recipient")`,
  `CREATE INDEX "ix_notice_recipient" ON "notice" ("recipient", "at")`,
  `CREATE INDEX "ix_notice_state" ON "notice" ("province", "state", "at")`,
  `CREATE TABLE "notice_cursor" (
    "province" varchar(8) NOT NULL,
    "seq" integer NOT NULL,
    PRIMARY KEY ("province")
  )`,
];

export class Notices1763600009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
