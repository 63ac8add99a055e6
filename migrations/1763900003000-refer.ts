import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "referral_code" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "referral_id" varchar(26) NOT NULL,
    "tag" varchar(44) NOT NULL,
    "made_by" varchar(26) NOT NULL,
    "made_at" varchar(24) NOT NULL,
    "until_at" varchar(24) NOT NULL,
    "ended_at" varchar(24),
    "opened_count" integer NOT NULL,
    "opened_at" varchar(24),
    CONSTRAINT "pk_referral_code" PRIMARY KEY ("id"),
    CONSTRAINT "fk_referral_code_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id"),
    CONSTRAINT "fk_referral_code_referral" FOREIGN KEY ("referral_id") REFERENCES "referral" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_referral_code_tag" ON "referral_code" ("tag")`,
  `CREATE UNIQUE INDEX "ux_referral_code_live" ON "referral_code" ("referral_id") WHERE ended_at IS NULL`,
  `CREATE INDEX "ix_referral_code_case" ON "referral_code" ("case_id")`,
  `CREATE TABLE "agency_session" (
    "id_hash" varchar(64) NOT NULL,
    "province" varchar(8) NOT NULL,
    "code_id" varchar(26) NOT NULL,
    "sealed" text NOT NULL,
    "seen_at" varchar(24) NOT NULL,
    "idle_at" varchar(24) NOT NULL,
    "ends_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_agency_session" PRIMARY KEY ("id_hash"),
    CONSTRAINT "fk_agency_session_code" FOREIGN KEY ("code_id") REFERENCES "referral_code" ("id")
  )`,
  `CREATE INDEX "ix_agency_session_idle" ON "agency_session" ("idle_at")`,
  `CREATE INDEX "ix_agency_session_code" ON "agency_session" ("code_id")`,
  `CREATE TABLE "referral_exhibit" (
    "id" varchar(26) NOT NULL,
    "referral_id" varchar(26) NOT NULL,
    "exhibit_id" varchar(26) NOT NULL,
    "file_id" varchar(26) NOT NULL,
    CONSTRAINT "pk_referral_exhibit" PRIMARY KEY ("id"),
    CONSTRAINT "fk_referral_exhibit_referral" FOREIGN KEY ("referral_id") REFERENCES "referral" ("id"),
    CONSTRAINT "fk_referral_exhibit_exhibit" FOREIGN KEY ("exhibit_id") REFERENCES "exhibit" ("id"),
    CONSTRAINT "fk_referral_exhibit_file" FOREIGN KEY ("file_id") REFERENCES "sealed_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_referral_exhibit" ON "referral_exhibit" ("referral_id", "exhibit_id")`,
];

/** Codes of agencies without an account (KEYS K6), who is in with one, and the copies that went along with a referral. */
export class Refer1763900003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
