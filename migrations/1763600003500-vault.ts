import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "unit_key" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "unit" varchar(60) NOT NULL,
    "epoch" integer NOT NULL,
    "public_key" varchar(44) NOT NULL,
    "mac" varchar(44) NOT NULL,
    "trial_private" text,
    "made_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_unit_key" ON "unit_key" ("province", "unit", "epoch")`,
  `CREATE TABLE "compartment" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "kind" varchar(12) NOT NULL,
    "part" varchar(26) NOT NULL,
    "epoch" integer NOT NULL,
    "public_key" varchar(44) NOT NULL,
    "mac" varchar(44) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_compartment_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_compartment" ON "compartment" ("case_id", "kind", "part", "epoch")`,
  `CREATE TABLE "key_grant" (
    "id" varchar(26) NOT NULL,
    "compartment_id" varchar(26) NOT NULL,
    "reader" varchar(80) NOT NULL,
    "reader_epoch" integer NOT NULL,
    "part" varchar(16) NOT NULL,
    "sealed" text NOT NULL,
    "from_at" varchar(24) NOT NULL,
    "until_at" varchar(24),
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_key_grant_compartment" FOREIGN KEY ("compartment_id") REFERENCES "compartment" ("id")
  )`,
  `CREATE INDEX "ix_key_grant_reader" ON "key_grant" ("reader")`,
  `CREATE INDEX "ix_key_grant_compartment" ON "key_grant" ("compartment_id", "reader")`,
  `CREATE TABLE "sealed_item" (
    "id" varchar(26) NOT NULL,
    "compartment_id" varchar(26) NOT NULL,
    "field" varchar(32) NOT NULL,
    "item_key" text NOT NULL,
    "envelope" text NOT NULL,
    "sealed_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_sealed_item_compartment" FOREIGN KEY ("compartment_id") REFERENCES "compartment" ("id")
  )`,
  `CREATE INDEX "ix_sealed_item_compartment" ON "sealed_item" ("compartment_id")`,
];

export class Vault1763600003500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
