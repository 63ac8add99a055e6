import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts for the figures: ids, days and codes only. */
const UP = [
  `CREATE TABLE "fact_case" (
    "case_id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "received_on" varchar(10) NOT NULL,
    "fiscal_year" integer NOT NULL,
    "entered_on" varchar(10) NOT NULL,
    "imported" boolean NOT NULL,
    "channel" varchar(40) NOT NULL,
    "type" varchar(40) NOT NULL,
    "corruption_alleged" varchar(8),
    "corruption_ever" boolean NOT NULL,
    "about_officials" boolean NOT NULL,
    "accused_kind" varchar(40),
    "agency_code" varchar(40),
    "district" varchar(16) NOT NULL,
    "status" varchar(16) NOT NULL,
    "step" integer NOT NULL,
    "accepted" boolean,
    "outcome" varchar(40),
    "answered_on" varchar(10),
    "answered_year" integer,
    "answered_in_time" boolean,
    CONSTRAINT "pk_fact_case" PRIMARY KEY ("case_id")
  )`,
  `CREATE INDEX "ix_fact_case_year" ON "fact_case" ("province", "fiscal_year", "corruption_ever", "about_officials")`,
  `CREATE INDEX "ix_fact_case_answered" ON "fact_case" ("province", "answered_year")`,
  `CREATE TABLE "fact_span" (
    "case_id" varchar(26) NOT NULL,
    "number" integer NOT NULL,
    "province" varchar(8) NOT NULL,
    "opened_on" varchar(10) NOT NULL,
    "opened_year" integer NOT NULL,
    "reopened" boolean NOT NULL,
    "completed_on" varchar(10),
    "completed_year" integer NOT NULL,
    "dated" boolean NOT NULL,
    "due_at" varchar(24),
    "channel" varchar(40) NOT NULL,
    "type" varchar(40) NOT NULL,
    "district" varchar(16) NOT NULL,
    "agency_code" varchar(40),
    "on_ita_page" boolean NOT NULL,
    CONSTRAINT "pk_fact_span" PRIMARY KEY ("case_id", "number")
  )`,
  `CREATE INDEX "ix_fact_span_opened" ON "fact_span" ("province", "opened_year", "completed_year", "opened_on",
    "completed_on", "type", "channel", "district", "on_ita_page", "agency_code", "reopened")`,
  `CREATE INDEX "ix_fact_span_completed" ON "fact_span" ("province", "completed_year", "completed_on", "on_ita_page",
    "agency_code", "channel")`,
  `CREATE TABLE "fact_stay" (
    "stay_id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "step" integer NOT NULL,
    "from_on" varchar(10) NOT NULL,
    "from_year" integer NOT NULL,
    "until_on" varchar(10),
    "until_year" integer NOT NULL,
    "agency_code" varchar(40),
    "on_ita_page" boolean NOT NULL,
    CONSTRAINT "pk_fact_stay" PRIMARY KEY ("stay_id")
  )`,
  `CREATE INDEX "ix_fact_stay_year" ON "fact_stay" ("province", "from_year", "until_year", "from_on", "until_on", "step",
    "on_ita_page", "agency_code")`,
  `CREATE INDEX "ix_fact_stay_until" ON "fact_stay" ("case_id", "until_year")`,
  `CREATE TABLE "fact_referral" (
    "referral_id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "agency_code" varchar(40),
    "unlisted" boolean NOT NULL,
    "sent_on" varchar(10) NOT NULL,
    "sent_year" integer NOT NULL,
    "due_on" varchar(10),
    "state" varchar(16) NOT NULL,
    "answered_on" varchar(10),
    "in_time" boolean,
    CONSTRAINT "pk_fact_referral" PRIMARY KEY ("referral_id")
  )`,
  `CREATE INDEX "ix_fact_referral_sent" ON "fact_referral" ("province", "sent_year", "agency_code", "case_id", "sent_on")`,
  `CREATE INDEX "ix_fact_referral_case" ON "fact_referral" ("case_id")`,
  `CREATE TABLE "fact_ruling" (
    "ruling_id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "kind" varchar(16) NOT NULL,
    "agency_code" varchar(40),
    "ruled_on" varchar(10) NOT NULL,
    "fiscal_year" integer NOT NULL,
    "overturned_on" varchar(10),
    CONSTRAINT "pk_fact_ruling" PRIMARY KEY ("ruling_id")
  )`,
  `CREATE INDEX "ix_fact_ruling_year" ON "fact_ruling" ("province", "fiscal_year")`,
  `CREATE INDEX "ix_fact_ruling_case" ON "fact_ruling" ("case_id", "ruled_on")`,
  `CREATE TABLE "fact_proceeding" (
    "proceeding_id" varchar(26) NOT NULL,
    "case_id" varchar(26),
    "province" varchar(8) NOT NULL,
    "body" varchar(40) NOT NULL,
    "due_on" varchar(10) NOT NULL,
    "due_year" integer NOT NULL,
    "ended_on" varchar(10),
    "ended_year" integer,
    "extended" boolean NOT NULL,
    "counter_suit" boolean NOT NULL,
    CONSTRAINT "pk_fact_proceeding" PRIMARY KEY ("proceeding_id")
  )`,
  `CREATE INDEX "ix_fact_proceeding_due" ON "fact_proceeding" ("province", "due_year")`,
  `CREATE INDEX "ix_fact_proceeding_ended" ON "fact_proceeding" ("province", "ended_year")`,
];

const TABLES = ['fact_case', 'fact_span', 'fact_stay', 'fact_referral', 'fact_ruling', 'fact_proceeding'];

export class Statistics1763600002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE "${table}"`);
  }
}
