import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE "officer" ADD COLUMN "email" varchar(254)`,
  `ALTER TABLE "officer" ADD COLUMN "email_from" varchar(8)`,
  `CREATE TABLE "reporter_address" (
    "alias" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "sealed" text NOT NULL,
    "left_at" varchar(24) NOT NULL,
    "undelivered_at" varchar(24),
    CONSTRAINT "pk_reporter_address" PRIMARY KEY ("alias"),
    CONSTRAINT "fk_reporter_address_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_reporter_address_case" ON "reporter_address" ("case_id")`,
  `ALTER TABLE "notice" ADD COLUMN "attempts" integer`,
  `ALTER TABLE "notice" ADD COLUMN "next_at" varchar(24)`,
  `ALTER TABLE "notice" ADD COLUMN "leased_until" varchar(24)`,
  `ALTER TABLE "notice" ADD COLUMN "give_up_at" varchar(24)`,
  `ALTER TABLE "notice" ADD COLUMN "error" varchar(20)`,
  `CREATE INDEX "ix_notice_next" ON "notice" ("province", "next_at")`,
];

/** Notices by post: officers' addresses, the reporter's, and how far each notice has come. */
export class Post1763900005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
