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

/** The register of breaches, whose words belong to no case. */
const BREACHES = [
  `CREATE TABLE "register_text" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "register" varchar(12) NOT NULL,
    "entry_id" varchar(26) NOT NULL,
    "envelope" text NOT NULL,
    "sealed_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_register_text" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "ix_register_text_entry" ON "register_text" ("entry_id")`,
  `CREATE TABLE "register_key" (
    "id" varchar(26) NOT NULL,
    "text_id" varchar(26) NOT NULL,
    "reader" varchar(80) NOT NULL,
    "reader_epoch" integer NOT NULL,
    "sealed" text NOT NULL,
    CONSTRAINT "pk_register_key" PRIMARY KEY ("id"),
    CONSTRAINT "fk_register_key_text" FOREIGN KEY ("text_id") REFERENCES "register_text" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_register_key" ON "register_key" ("text_id", "reader")`,
  `CREATE INDEX "ix_register_key_owed" ON "register_key" ("reader", "reader_epoch")`,
  `CREATE TABLE "breach" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "fiscal_year" integer NOT NULL,
    "no" integer NOT NULL,
    CONSTRAINT "pk_breach" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_breach_no" ON "breach" ("province", "fiscal_year", "no")`,
  `CREATE TABLE "breach_line" (
    "id" varchar(26) NOT NULL,
    "breach_id" varchar(26) NOT NULL,
    "no" integer NOT NULL,
    "entered_at" varchar(24) NOT NULL,
    "entered_by" varchar(26) NOT NULL,
    "noticed_at" varchar(24) NOT NULL,
    "kinds" text NOT NULL,
    "persons" integer,
    "risk" varchar(8) NOT NULL,
    "regulator_told_at" varchar(24),
    "persons_told_on" varchar(10),
    "words_text" varchar(26),
    CONSTRAINT "pk_breach_line" PRIMARY KEY ("id"),
    CONSTRAINT "ck_breach_line_risk" CHECK (risk IN ('low','risk','high')),
    CONSTRAINT "fk_breach_line_breach" FOREIGN KEY ("breach_id") REFERENCES "breach" ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_breach_line" ON "breach_line" ("breach_id", "no")`,
];

const KEPT = ['breach', 'breach_line'];

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
  ...KEPT.flatMap((table) =>
    ['update', 'delete'].map(
      (act) => `CREATE TRIGGER "${table}_no_${act}" BEFORE ${act.toUpperCase()} ON "${table}"
        BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    ),
  ),
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
  `CREATE FUNCTION "breach_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  ...KEPT.flatMap((table) => [
    `CREATE TRIGGER "${table}_no_change" BEFORE UPDATE OR DELETE ON "${table}"
     FOR EACH ROW EXECUTE FUNCTION "breach_refuse"()`,
    `CREATE TRIGGER "${table}_no_truncate" BEFORE TRUNCATE ON "${table}"
     FOR EACH STATEMENT EXECUTE FUNCTION "breach_refuse"()`,
  ]),
];

export class Disposal1763900002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const triggers = runner.connection.options.type === 'sqlite' ? SQLITE : POSTGRES;
    for (const statement of [...STATEMENTS, ...BREACHES, ...triggers]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
