import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "report" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "version" integer NOT NULL,
    "summary_item" varchar(26) NOT NULL,
    "proposal_item" varchar(26),
    "figures" text NOT NULL,
    "drafted_by" varchar(26) NOT NULL,
    "reported_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_report_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_report_version" ON "report" ("case_id", "version")`,
  `CREATE TABLE "report_order" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "report_id" varchar(26) NOT NULL,
    "kind" varchar(12) NOT NULL,
    "text_item" varchar(26),
    "ordered_by" varchar(26) NOT NULL,
    "signed_as" varchar(12) NOT NULL,
    "ordered_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_report_order_kind" CHECK (kind IN ('acknowledged','ordered','look_again')),
    CONSTRAINT "fk_report_order_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id"),
    CONSTRAINT "fk_report_order_report" FOREIGN KEY ("report_id") REFERENCES "report" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_report_order_report" ON "report_order" ("report_id")`,
  `CREATE INDEX "ix_report_order_case" ON "report_order" ("case_id")`,
];

/** Step 5's papers: the frozen report and the executive's order. */
export class Report1763600006500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
