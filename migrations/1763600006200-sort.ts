import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "sorting_sheet" (
    "id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "sorted_by" varchar(26) NOT NULL,
    "sorted_at" varchar(24) NOT NULL,
    "outcome" varchar(8) NOT NULL,
    "type" varchar(40) NOT NULL,
    "corruption_alleged" varchar(8),
    "accused_kind" varchar(32),
    "agency_code" varchar(40),
    "district" varchar(12) NOT NULL,
    "risk_area" varchar(24),
    "secrecy" varchar(16) NOT NULL,
    "severity" integer,
    "urgent" boolean NOT NULL,
    "urgent_because" text NOT NULL,
    "specific_enough" boolean,
    "repeat_of" varchar(26),
    "competent_body" varchar(40),
    "checklist" text,
    "advice" varchar(8),
    "asked_reporter" boolean NOT NULL,
    "ground" varchar(32),
    "reasons_item" varchar(26) NOT NULL,
    "word_item" varchar(26),
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_sorting_sheet_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id"),
    CONSTRAINT "fk_sorting_sheet_repeat" FOREIGN KEY ("repeat_of") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_sorting_sheet_case" ON "sorting_sheet" ("case_id", "sorted_at")`,
  `CREATE TABLE "classification" (
    "id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "classified_at" varchar(24) NOT NULL,
    "classified_by" varchar(26) NOT NULL,
    "type" varchar(40) NOT NULL,
    "corruption_alleged" varchar(8),
    "accused_kind" varchar(32),
    "agency_code" varchar(40),
    "district" varchar(12) NOT NULL,
    "risk_area" varchar(24),
    "secrecy" varchar(16) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_classification_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_classification_case" ON "classification" ("case_id", "classified_at")`,
];

/** The sorting sheet, and every classification a case ever had. */
export class Sort1763600006200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
