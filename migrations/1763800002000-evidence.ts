import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "sealed_file" (
    "id" varchar(26) NOT NULL,
    "compartment_id" varchar(26) NOT NULL,
    "field" varchar(32) NOT NULL,
    "file_key" text NOT NULL,
    "sealed_at" varchar(24) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_sealed_file_compartment" FOREIGN KEY ("compartment_id") REFERENCES "compartment" ("id")
  )`,
  `CREATE INDEX "ix_sealed_file_compartment" ON "sealed_file" ("compartment_id")`,
  `CREATE TABLE "exhibit" (
    "id" varchar(26) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "no" integer NOT NULL,
    "source" varchar(16) NOT NULL,
    "kind" varchar(8) NOT NULL,
    "size" integer NOT NULL,
    "received_at" varchar(24) NOT NULL,
    "scanned" boolean NOT NULL,
    "original_file" varchar(26) NOT NULL,
    "clean_file" varchar(26),
    "clean_kind" varchar(8),
    "uncleaned" varchar(8),
    "details_item" varchar(26) NOT NULL,
    "hash_check" varchar(44) NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "ck_exhibit_source" CHECK (source IN ('filing','reporter','desk','investigator','agency')),
    CONSTRAINT "fk_exhibit_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id"),
    CONSTRAINT "fk_exhibit_original" FOREIGN KEY ("original_file") REFERENCES "sealed_file" ("id"),
    CONSTRAINT "fk_exhibit_clean" FOREIGN KEY ("clean_file") REFERENCES "sealed_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_exhibit_no" ON "exhibit" ("case_id", "no")`,
  `CREATE TABLE "custody_entry" (
    "id" varchar(26) NOT NULL,
    "exhibit_id" varchar(26) NOT NULL,
    "no" integer NOT NULL,
    "act" varchar(16) NOT NULL,
    "at" varchar(24) NOT NULL,
    "by_kind" varchar(16) NOT NULL,
    "by_id" varchar(26),
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_custody_exhibit" FOREIGN KEY ("exhibit_id") REFERENCES "exhibit" ("id")
  )`,
  `CREATE INDEX "ix_custody_exhibit" ON "custody_entry" ("exhibit_id", "no")`,
];

const SQLITE = [
  `CREATE TRIGGER "custody_entry_no_update" BEFORE UPDATE ON "custody_entry"
   BEGIN SELECT RAISE(ABORT, 'custody_entry is append-only'); END`,
  `CREATE TRIGGER "custody_entry_no_delete" BEFORE DELETE ON "custody_entry"
   BEGIN SELECT RAISE(ABORT, 'custody_entry is append-only'); END`,
];

const POSTGRES = [
  `CREATE FUNCTION "custody_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `CREATE TRIGGER "custody_entry_no_update" BEFORE UPDATE ON "custody_entry"
   FOR EACH ROW EXECUTE FUNCTION "custody_refuse"()`,
  `CREATE TRIGGER "custody_entry_no_delete" BEFORE DELETE ON "custody_entry"
   FOR EACH ROW EXECUTE FUNCTION "custody_refuse"()`,
  `CREATE TRIGGER "custody_entry_no_truncate" BEFORE TRUNCATE ON "custody_entry"
   FOR EACH STATEMENT EXECUTE FUNCTION "custody_refuse"()`,
];

/** Sealed files, the exhibits they belong to, and the chain of who had them. */
export class Evidence1763800002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.connection.options.type === 'sqlite';
    for (const statement of [...TABLES, ...(sqlite ? SQLITE : POSTGRES)]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
