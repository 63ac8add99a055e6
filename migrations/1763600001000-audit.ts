import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "audit_row" (
    "province" varchar(3) NOT NULL,
    "no" integer NOT NULL,
    "at" varchar(24) NOT NULL,
    "actor_kind" varchar(16) NOT NULL,
    "actor_id" varchar(64),
    "act" varchar(64) NOT NULL,
    "subject_kind" varchar(32) NOT NULL,
    "subject_id" varchar(64),
    "data" text NOT NULL,
    "mac" varchar(64) NOT NULL,
    CONSTRAINT "pk_audit_row" PRIMARY KEY ("province", "no")
  )`,
  `CREATE TABLE "audit_head" (
    "province" varchar(3) NOT NULL,
    "no" integer NOT NULL,
    "mac" varchar(64) NOT NULL,
    CONSTRAINT "pk_audit_head" PRIMARY KEY ("province")
  )`,
];

const SQLITE = [
  `CREATE TRIGGER "audit_row_no_update" BEFORE UPDATE ON "audit_row"
   BEGIN SELECT RAISE(ABORT, 'audit_row is append-only'); END`,
  `CREATE TRIGGER "audit_row_no_delete" BEFORE DELETE ON "audit_row"
   BEGIN SELECT RAISE(ABORT, 'audit_row is append-only'); END`,
  `CREATE TRIGGER "audit_head_forward_only" BEFORE UPDATE ON "audit_head"
   WHEN NEW."no" <= OLD."no" OR NEW."province" <> OLD."province"
   BEGIN SELECT RAISE(ABORT, 'audit_head only moves forward'); END`,
  `CREATE TRIGGER "audit_head_no_delete" BEFORE DELETE ON "audit_head"
   BEGIN SELECT RAISE(ABORT, 'audit_head only moves forward'); END`,
];

const POSTGRES = [
  `CREATE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `CREATE TRIGGER "audit_row_no_update" BEFORE UPDATE ON "audit_row"
   FOR EACH ROW EXECUTE FUNCTION "audit_refuse"()`,
  `CREATE TRIGGER "audit_row_no_delete" BEFORE DELETE ON "audit_row"
   FOR EACH ROW EXECUTE FUNCTION "audit_refuse"()`,
  `CREATE TRIGGER "audit_row_no_truncate" BEFORE TRUNCATE ON "audit_row"
   FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"()`,
  `CREATE TRIGGER "audit_head_forward_only" BEFORE UPDATE ON "audit_head"
   FOR EACH ROW WHEN (NEW."no" <= OLD."no" OR NEW."province" <> OLD."province") EXECUTE FUNCTION "audit_refuse"()`,
  `CREATE TRIGGER "audit_head_no_delete" BEFORE DELETE ON "audit_head"
   FOR EACH ROW EXECUTE FUNCTION "audit_refuse"()`,
  `CREATE TRIGGER "audit_head_no_truncate" BEFORE TRUNCATE ON "audit_head"
   FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"()`,
];

/** The append-only record: triggers refuse to change it on both databases, and each start asserts that they stand. */
export class Audit1763600001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.connection.options.type === 'sqlite';
    for (const statement of [...TABLES, ...(sqlite ? SQLITE : POSTGRES)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "audit_row"');
    await runner.query('DROP TABLE "audit_head"');
    if (runner.connection.options.type === 'postgres') await runner.query('DROP FUNCTION "audit_refuse"()');
  }
}
