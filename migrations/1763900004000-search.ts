import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "index_block" (
    "label" varchar(44) NOT NULL,
    "sealed" text NOT NULL,
    PRIMARY KEY ("label")
  )`,
  `CREATE TABLE "index_key" (
    "province" varchar(8) NOT NULL,
    "unit" varchar(60) NOT NULL,
    "epoch" integer NOT NULL,
    "reader_epoch" integer NOT NULL,
    "sealed" text NOT NULL,
    "mac" varchar(44) NOT NULL,
    PRIMARY KEY ("province", "unit", "epoch", "reader_epoch")
  )`,
  `CREATE TABLE "indexed_case" (
    "province" varchar(8) NOT NULL,
    "no" integer NOT NULL,
    "case_id" varchar(26),
    PRIMARY KEY ("province", "no"),
    CONSTRAINT "fk_indexed_case_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_indexed_case_case" ON "indexed_case" ("case_id")`,
  `CREATE TABLE "index_mark" (
    "case_id" varchar(26) NOT NULL,
    "unit" varchar(60) NOT NULL,
    "epoch" integer NOT NULL,
    "province" varchar(8) NOT NULL,
    "items" integer NOT NULL,
    "last_item" varchar(26) NOT NULL,
    PRIMARY KEY ("case_id", "unit", "epoch"),
    CONSTRAINT "fk_index_mark_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_index_mark_epoch" ON "index_mark" ("province", "unit", "epoch")`,
];

export class Search1763900004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
