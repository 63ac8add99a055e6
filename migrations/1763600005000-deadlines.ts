import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "deadline" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "clock" varchar(16) NOT NULL,
    "clock_no" integer NOT NULL,
    "referral_id" varchar(26),
    "line_id" varchar(26) NOT NULL,
    "starts_at" varchar(24) NOT NULL,
    "due_at" varchar(24) NOT NULL,
    "near_at" varchar(24) NOT NULL,
    "state" varchar(8) NOT NULL,
    "stopped_at" varchar(24),
    "stop_reason" varchar(8),
    "met_in_time" boolean,
    "rule_version" integer NOT NULL,
    "calendar_version" varchar(60) NOT NULL,
    "official_accused" boolean NOT NULL,
    "explanation" text NOT NULL,
    "next_rung_at" varchar(24),
    CONSTRAINT "pk_deadline" PRIMARY KEY ("id"),
    CONSTRAINT "ck_deadline_state" CHECK ("state" IN ('running', 'paused', 'stopped')),
    CONSTRAINT "fk_deadline_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_deadline_clock" ON "deadline" ("case_id", "clock", "clock_no")`,
  `CREATE INDEX "ix_deadline_due" ON "deadline" ("state", "province", "due_at")`,
  `CREATE INDEX "ix_deadline_sweep" ON "deadline" ("next_rung_at")`,

  `CREATE TABLE "deadline_pause" (
    "id" varchar(26) NOT NULL,
    "deadline_id" varchar(26) NOT NULL,
    "from_at" varchar(24) NOT NULL,
    "until_at" varchar(24),
    "reason" varchar(24) NOT NULL,
    "max_until" varchar(24),
    "reason_item" varchar(26),
    "by_id" varchar(26),
    CONSTRAINT "pk_deadline_pause" PRIMARY KEY ("id"),
    CONSTRAINT "fk_deadline_pause_deadline" FOREIGN KEY ("deadline_id") REFERENCES "deadline" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_deadline_pause_open" ON "deadline_pause" ("deadline_id") WHERE until_at IS NULL`,
  `CREATE INDEX "ix_deadline_pause_deadline" ON "deadline_pause" ("deadline_id", "from_at")`,

  `CREATE TABLE "deadline_extension" (
    "id" varchar(26) NOT NULL,
    "deadline_id" varchar(26) NOT NULL,
    "asked_by" varchar(26) NOT NULL,
    "asked_at" varchar(24) NOT NULL,
    "unit" varchar(2) NOT NULL,
    "amount" integer NOT NULL,
    "reason_item" varchar(26) NOT NULL,
    "grantor" varchar(12) NOT NULL,
    "state" varchar(8) NOT NULL,
    "decided_by" varchar(26),
    "decided_at" varchar(24),
    "undone_by" varchar(26),
    "undone_at" varchar(24),
    CONSTRAINT "pk_deadline_extension" PRIMARY KEY ("id"),
    CONSTRAINT "ck_deadline_extension_state" CHECK ("state" IN ('asked', 'granted', 'refused', 'undone')),
    CONSTRAINT "ck_deadline_extension_two" CHECK ("decided_by" IS NULL OR "decided_by" <> "asked_by"),
    CONSTRAINT "fk_deadline_extension_deadline" FOREIGN KEY ("deadline_id") REFERENCES "deadline" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_deadline_extension_asked" ON "deadline_extension" ("deadline_id") WHERE state = 'asked'`,
  `CREATE INDEX "ix_deadline_extension_deadline" ON "deadline_extension" ("deadline_id", "asked_at")`,

  `CREATE TABLE "deadline_rung" (
    "id" varchar(26) NOT NULL,
    "deadline_id" varchar(26) NOT NULL,
    "rung" integer NOT NULL,
    "due_was" varchar(24) NOT NULL,
    "fired_at" varchar(24) NOT NULL,
    "lateness" integer NOT NULL,
    "passed" boolean NOT NULL,
    CONSTRAINT "pk_deadline_rung" PRIMARY KEY ("id"),
    CONSTRAINT "fk_deadline_rung_deadline" FOREIGN KEY ("deadline_id") REFERENCES "deadline" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_deadline_rung" ON "deadline_rung" ("deadline_id", "rung")`,
  `CREATE INDEX "ix_deadline_rung_fired" ON "deadline_rung" ("fired_at")`,
];

/** The ledger of clocks: their runs, pauses, extensions and the rungs that fired. */
export class Deadlines1763600005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deadline_rung', 'deadline_extension', 'deadline_pause', 'deadline']) {
      await runner.query(`DROP TABLE "${table}"`);
    }
  }
}
