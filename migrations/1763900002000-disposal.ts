import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE "case_file" ADD COLUMN "disposed_at" varchar(24)`,
  `CREATE INDEX "ix_case_merged" ON "case_file" ("merged_into")`,
  `CREATE TABLE "legal_hold" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "kind" varchar(12) NOT NULL,
    "reason_item" varchar(26) NOT NULL,
    "placed_by" varchar(26) NOT NULL,
    "placed_at" varchar(24) NOT NULL,
    "lift_item" varchar(26),
    "lifted_by" varchar(26),
    "lifted_at" varchar(24),
    CONSTRAINT "pk_legal_hold" PRIMARY KEY ("id"),
    CONSTRAINT "fk_legal_hold_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_legal_hold_standing" ON "legal_hold" ("case_id", "kind") WHERE lifted_at IS NULL`,
  `CREATE TABLE "disposal" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "retention_class" varchar(12) NOT NULL,
    "years" integer NOT NULL,
    "basis" varchar(1) NOT NULL,
    "closed_on" varchar(10) NOT NULL,
    "kept_until" varchar(10) NOT NULL,
    "proposed_by" varchar(26) NOT NULL,
    "proposed_at" varchar(24) NOT NULL,
    "granted_by" varchar(26) NOT NULL,
    "disposed_at" varchar(24) NOT NULL,
    "cleared_at" varchar(24),
    CONSTRAINT "pk_disposal" PRIMARY KEY ("id"),
    CONSTRAINT "ck_disposal_two" CHECK (granted_by <> proposed_by),
    CONSTRAINT "fk_disposal_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_disposal_case" ON "disposal" ("case_id")`,
  `CREATE INDEX "ix_disposal_at" ON "disposal" ("province", "disposed_at")`,
  `CREATE INDEX "ix_disposal_uncleared" ON "disposal" ("province", "cleared_at")`,
  `CREATE TABLE "disposal_file" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    CONSTRAINT "pk_disposal_file" PRIMARY KEY ("id")
  )`,
];

/** Append-only, but for a case that two persons disposed of; even then the line that says so stays. */
const EVENT_GOES = `OLD.kind <> 'disposed' AND EXISTS (SELECT 1 FROM "disposal" d WHERE d.case_id = OLD.case_id)`;
const ENTRY_GOES = `EXISTS (SELECT 1 FROM "disposal" d JOIN "exhibit" e ON e.case_id = d.case_id WHERE e.id = OLD.exhibit_id)`;

const SQLITE = [
  `DROP TRIGGER "case_event_no_delete"`,
  `CREATE TRIGGER "case_event_no_delete" BEFORE DELETE ON "case_event" WHEN NOT (${EVENT_GOES})
   BEGIN SELECT RAISE(ABORT, 'case_event is append-only'); END`,
  `DROP TRIGGER "custody_entry_no_delete"`,
  `CREATE TRIGGER "custody_entry_no_delete" BEFORE DELETE ON "custody_entry" WHEN NOT (${ENTRY_GOES})
   BEGIN SELECT RAISE(ABORT, 'custody_entry is append-only'); END`,
];

const POSTGRES = [
  `CREATE FUNCTION "case_event_refuse_delete"() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN IF ${EVENT_GOES} THEN RETURN OLD; END IF;
   RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `DROP TRIGGER "case_event_no_delete" ON "case_event"`,
  `CREATE TRIGGER "case_event_no_delete" BEFORE DELETE ON "case_event"
   FOR EACH ROW EXECUTE FUNCTION "case_event_refuse_delete"()`,
  `CREATE FUNCTION "custody_refuse_delete"() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN IF ${ENTRY_GOES} THEN RETURN OLD; END IF;
   RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `DROP TRIGGER "custody_entry_no_delete" ON "custody_entry"`,
  `CREATE TRIGGER "custody_entry_no_delete" BEFORE DELETE ON "custody_entry"
   FOR EACH ROW EXECUTE FUNCTION "custody_refuse_delete"()`,
];

export class Disposal1763900002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const triggers = runner.connection.options.type === 'sqlite' ? SQLITE : POSTGRES;
    for (const statement of [...STATEMENTS, ...triggers]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
