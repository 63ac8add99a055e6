import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE "identity_request" ADD COLUMN "tell_from" varchar(10)`,
  `CREATE TABLE "disclosure_order" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "request_id" varchar(26) NOT NULL,
    "authority" varchar(16) NOT NULL,
    "reference" varchar(60) NOT NULL,
    "ordered_on" varchar(10) NOT NULL,
    "deferral_item" varchar(26),
    "entered_by" varchar(26) NOT NULL,
    "entered_at" varchar(24) NOT NULL,
    "given_on" varchar(10),
    "given_letter" varchar(60),
    "given_by" varchar(26),
    PRIMARY KEY ("id"),
    CONSTRAINT "uq_disclosure_order_request" UNIQUE ("request_id"),
    CONSTRAINT "ck_disclosure_order_given" CHECK ((given_on IS NULL) = (given_by IS NULL)),
    CONSTRAINT "fk_disclosure_order_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id"),
    CONSTRAINT "fk_disclosure_order_request" FOREIGN KEY ("request_id") REFERENCES "identity_request" ("id")
  )`,
  `CREATE INDEX "ix_disclosure_order_case" ON "disclosure_order" ("case_id", "entered_at")`,
];

export class Disclosure1763900006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
