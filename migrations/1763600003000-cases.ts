import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "case_file" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "number" varchar(24) NOT NULL,
    "fiscal_year" integer NOT NULL,
    "register_no" integer NOT NULL,
    "registry_no" varchar(40),
    "queue_ticket" varchar(20),
    "channel" varchar(32) NOT NULL,
    "received_at" varchar(24) NOT NULL,
    "received_on" varchar(10) NOT NULL,
    "entered_at" varchar(24) NOT NULL,
    "entered_by" varchar(26),
    "identity_kind" varchar(16) NOT NULL,
    "reporter_kind" varchar(24),
    "type" varchar(40) NOT NULL,
    "corruption_alleged" varchar(8),
    "risk_area" varchar(24),
    "accused_kind" varchar(32),
    "agency_code" varchar(40),
    "district" varchar(12) NOT NULL,
    "occurred_on" varchar(10),
    "secrecy" varchar(16) NOT NULL,
    "severity" integer,
    "urgent" boolean NOT NULL,
    "reprisal_feared" boolean NOT NULL,
    "protection_asked" boolean NOT NULL,
    "status" varchar(12) NOT NULL,
    "status_since" varchar(24) NOT NULL,
    "open" boolean NOT NULL,
    "step" integer NOT NULL,
    "assignee" varchar(26),
    "investigator" varchar(26),
    "finding" varchar(16),
    "outcome" varchar(32),
    "reopened_count" integer NOT NULL,
    "merged_into" varchar(26),
    "waiting_reporter" boolean NOT NULL,
    "next_due_at" varchar(24),
    "imported" boolean NOT NULL,
    "import_register" varchar(80),
    "import_key" varchar(80),
    "old_due_on" varchar(10),
    "taken_up_at" varchar(24),
    "allegation_item" varchar(26),
    "identity_item" varchar(26),
    CONSTRAINT "ck_case_status" CHECK (status IN ('received','sorted','referred','verifying','verified','reported','ordered','recorded','ended','withdrawn','merged')),
    PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "ix_case_type" ON "case_file" ("province", "type", "received_at")`,
  `CREATE INDEX "ix_case_agency" ON "case_file" ("province", "agency_code", "received_at")`,
  `CREATE INDEX "ix_case_district" ON "case_file" ("province", "district", "received_at")`,
  `CREATE INDEX "ix_case_channel" ON "case_file" ("province", "channel", "received_at")`,
  `CREATE INDEX "ix_case_registry" ON "case_file" ("province", "registry_no")`,
  `CREATE INDEX "ix_case_received" ON "case_file" ("province", "received_at")`,
  `CREATE INDEX "ix_case_step" ON "case_file" ("province", "open", "step", "next_due_at")`,
  `CREATE INDEX "ix_case_worklist" ON "case_file" ("province", "open", "next_due_at", "id")`,
  `CREATE UNIQUE INDEX "ux_case_import" ON "case_file" ("province", "import_register", "import_key")`,
  `CREATE UNIQUE INDEX "ux_case_register_no" ON "case_file" ("province", "fiscal_year", "register_no")`,
  `CREATE UNIQUE INDEX "ux_case_number" ON "case_file" ("number")`,
  `CREATE TABLE "case_number" (
    "number" varchar(24) NOT NULL,
    PRIMARY KEY ("number")
  )`,
  `CREATE TABLE "case_event" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "seq" integer NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "kind" varchar(32) NOT NULL,
    "at" varchar(24) NOT NULL,
    "by_kind" varchar(12) NOT NULL,
    "by_id" varchar(26),
    "from_status" varchar(12),
    "to_status" varchar(12),
    "data" text NOT NULL,
    "item_id" varchar(26),
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_case_event_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_case_event_case" ON "case_event" ("case_id", "seq")`,
  `CREATE UNIQUE INDEX "ux_case_event_seq" ON "case_event" ("province", "seq")`,
  `CREATE TABLE "unlisted_name" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "kind" varchar(12) NOT NULL,
    "name" varchar(200) NOT NULL,
    PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_unlisted_name" ON "unlisted_name" ("province", "kind", "name")`,
  `CREATE TABLE "referral" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "agency_code" varchar(40),
    "unlisted_id" varchar(26),
    "recipient_kind" varchar(12) NOT NULL,
    "purpose" varchar(8) NOT NULL,
    "lead" boolean NOT NULL,
    "state" varchar(12) NOT NULL,
    "sent_at" varchar(24) NOT NULL,
    "letter_no" varchar(60),
    "letter_date" varchar(10),
    "signed_as" varchar(12),
    "due_at" varchar(24),
    "pack_item" varchar(26),
    "closed_at" varchar(24),
    "to_agency_code" varchar(40),
    "imported" boolean NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_referral_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id"),
    CONSTRAINT "fk_referral_unlisted" FOREIGN KEY ("unlisted_id") REFERENCES "unlisted_name" ("id")
  )`,
  `CREATE INDEX "ix_referral_agency" ON "referral" ("province", "agency_code", "state", "case_id")`,
  `CREATE INDEX "ix_referral_case" ON "referral" ("case_id")`,
  `CREATE TABLE "approval" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "kind" varchar(12) NOT NULL,
    "subject_id" varchar(26) NOT NULL,
    "data" text NOT NULL,
    "asked_by" varchar(26) NOT NULL,
    "asked_at" varchar(24) NOT NULL,
    "reason_item" varchar(26),
    "state" varchar(12) NOT NULL,
    "decided_by" varchar(26),
    "decided_at" varchar(24),
    "decision_item" varchar(26),
    PRIMARY KEY ("id"),
    CONSTRAINT "fk_approval_case" FOREIGN KEY ("case_id") REFERENCES "case_file" ("id")
  )`,
  `CREATE INDEX "ix_approval_waiting" ON "approval" ("province", "state", "asked_at")`,
  `CREATE UNIQUE INDEX "ux_approval_asked" ON "approval" ("case_id", "kind", "subject_id") WHERE state = 'asked'`,
];

const SQLITE = [
  `CREATE TRIGGER "case_event_no_update" BEFORE UPDATE ON "case_event"
   BEGIN SELECT RAISE(ABORT, 'case_event is append-only'); END`,
  `CREATE TRIGGER "case_event_no_delete" BEFORE DELETE ON "case_event"
   BEGIN SELECT RAISE(ABORT, 'case_event is append-only'); END`,
];

const POSTGRES = [
  `CREATE FUNCTION "case_event_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `CREATE TRIGGER "case_event_no_update" BEFORE UPDATE ON "case_event"
   FOR EACH ROW EXECUTE FUNCTION "case_event_refuse"()`,
  `CREATE TRIGGER "case_event_no_delete" BEFORE DELETE ON "case_event"
   FOR EACH ROW EXECUTE FUNCTION "case_event_refuse"()`,
  `CREATE TRIGGER "case_event_no_truncate" BEFORE TRUNCATE ON "case_event"
   FOR EACH STATEMENT EXECUTE FUNCTION "case_event_refuse"()`,
];

/** The case file; its story is append-only by trigger on both databases. */
export class Cases1763600003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const triggers = runner.connection.options.type === 'sqlite' ? SQLITE : POSTGRES;
    for (const statement of [...TABLES, ...triggers]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
