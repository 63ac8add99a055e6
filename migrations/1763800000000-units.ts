import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "unit_member" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "unit" varchar(60) NOT NULL,
    "epoch" integer NOT NULL,
    "officer_id" varchar(26) NOT NULL,
    "key_epoch" integer NOT NULL,
    "sealed" text NOT NULL,
    "admitted_by" varchar(26),
    "admitted_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_unit_member_officer" FOREIGN KEY ("officer_id") REFERENCES "officer" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_unit_member" ON "unit_member" ("province", "unit", "epoch", "officer_id", "key_epoch")`,
  `CREATE INDEX "ix_unit_member_officer" ON "unit_member" ("officer_id")`,
  `CREATE INDEX "ix_key_grant_owed" ON "key_grant" ("reader", "reader_epoch")`,
  `ALTER TABLE "officer" ADD COLUMN "desk_unit" varchar(12)`,
];

export class Units1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
