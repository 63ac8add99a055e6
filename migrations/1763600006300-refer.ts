import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "referral_answer" (
    "id" varchar(26) NOT NULL,
    "referral_id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "kind" varchar(12) NOT NULL,
    "answered_at" varchar(24) NOT NULL,
    "answered_by" varchar(26) NOT NULL,
    "by_agency" varchar(40),
    "item_id" varchar(26),
    "to_agency_code" varchar(40),
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_referral_answer_referral" FOREIGN KEY ("referral_id") REFERENCES "referral" ("id"),
    CONSTRAINT "fk_referral_answer_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_referral_answer_referral" ON "referral_answer" ("referral_id", "answered_at")`,
  `CREATE INDEX "ix_referral_answer_case" ON "referral_answer" ("case_id", "answered_at")`,
];

/** What an agency answered, each answer a row. */
export class Refer1763600006300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
