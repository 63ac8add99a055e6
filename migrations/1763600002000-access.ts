import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE "officer" (
    "id" varchar(26) NOT NULL,
    "province" varchar(3) NOT NULL,
    "username" varchar(32) NOT NULL,
    "name" varchar(120) NOT NULL,
    "roles" text NOT NULL,
    "agency_code" varchar(32),
    "active" boolean NOT NULL,
    "salt" varchar(32) NOT NULL,
    "keyring" text NOT NULL,
    "key_epoch" integer NOT NULL,
    "public_key" varchar(64) NOT NULL,
    "public_key_mac" varchar(64) NOT NULL,
    "created_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_officer" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "uq_officer_username" ON "officer" ("province", "username")`,
  `CREATE TABLE "session" (
    "id_hash" varchar(64) NOT NULL,
    "officer_id" varchar(26) NOT NULL,
    "keyring" text NOT NULL,
    "seen_at" varchar(24) NOT NULL,
    "idle_at" varchar(24) NOT NULL,
    "ends_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_session" PRIMARY KEY ("id_hash"),
    CONSTRAINT "fk_session_officer" FOREIGN KEY ("officer_id") REFERENCES "officer" ("id")
  )`,
  `CREATE INDEX "ix_session_officer" ON "session" ("officer_id")`,
  `CREATE INDEX "ix_session_idle_at" ON "session" ("idle_at")`,
  `CREATE TABLE "setup_token" (
    "province" varchar(3) NOT NULL,
    "token_hash" varchar(64) NOT NULL,
    "made_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_setup_token" PRIMARY KEY ("province")
  )`,
];

const DOWN = ['setup_token', 'session', 'officer'].map((table) => `DROP TABLE "${table}"`);

/** Officers, their sessions, and the link for the first administrator. */
export class Access1763600002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
