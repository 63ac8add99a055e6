import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "reporter_session" (
    "id_hash" varchar(64) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "key_id" varchar(26) NOT NULL,
    "sealed" text NOT NULL,
    "seen_at" varchar(24) NOT NULL,
    "idle_at" varchar(24) NOT NULL,
    "ends_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_reporter_session" PRIMARY KEY ("id_hash"),
    CONSTRAINT "fk_reporter_session_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_reporter_session_idle" ON "reporter_session" ("idle_at")`,
  `CREATE INDEX "ix_reporter_session_case" ON "reporter_session" ("case_id")`,
  `CREATE TABLE "message_read" (
    "line_id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "read_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_message_read" PRIMARY KEY ("line_id"),
    CONSTRAINT "fk_message_read_line" FOREIGN KEY ("line_id") REFERENCES "case_event" ("id"),
    CONSTRAINT "fk_message_read_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_message_read_case" ON "message_read" ("case_id")`,
  `CREATE TABLE "rating" (
    "id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "closing" integer NOT NULL,
    "item_id" varchar(26) NOT NULL,
    "rated_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_rating" PRIMARY KEY ("id"),
    CONSTRAINT "fk_rating_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_rating_closing" ON "rating" ("case_id", "closing")`,
  `CREATE TABLE "fact_rating" (
    "province" varchar(8) NOT NULL,
    "fiscal_year" integer NOT NULL,
    "score" integer NOT NULL,
    "ratings" integer NOT NULL,
    CONSTRAINT "pk_fact_rating" PRIMARY KEY ("province", "fiscal_year", "score")
  )`,
];

export class Mailbox1763800001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
