import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "verification_order" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "mode" varchar(12) NOT NULL,
    "reason_item" varchar(26) NOT NULL,
    "cover_item" varchar(26),
    "investigator" varchar(26),
    "ordered_by" varchar(26) NOT NULL,
    "ordered_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_verification_order_mode" CHECK (mode IN ('visit','documents','discreet')),
    CONSTRAINT "fk_verification_order_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_verification_order_case" ON "verification_order" ("case_id", "ordered_at")`,
  `CREATE TABLE "verification_record" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "mode" varchar(12) NOT NULL,
    "done_on" varchar(10) NOT NULL,
    "text_item" varchar(26) NOT NULL,
    "recorded_by" varchar(26) NOT NULL,
    "recorded_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_verification_record_mode" CHECK (mode IN ('visit','documents','discreet')),
    CONSTRAINT "fk_verification_record_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_verification_record_case" ON "verification_record" ("case_id", "done_on")`,
  `CREATE TABLE "finding" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "finding" varchar(16) NOT NULL,
    "text_item" varchar(26) NOT NULL,
    "found_by" varchar(26) NOT NULL,
    "found_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_finding_finding" CHECK (finding IN ('founded','unfounded','insufficient')),
    CONSTRAINT "fk_finding_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_finding_case" ON "finding" ("case_id", "found_at")`,
];

/** Step 4's papers: orders, visits, findings. */
export class Verify1763600006400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
