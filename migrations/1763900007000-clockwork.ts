import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "clock_pulse" (
    "province" varchar(8) NOT NULL,
    "first_at" varchar(24) NOT NULL,
    "beat_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_clock_pulse" PRIMARY KEY ("province")
  )`,
  `CREATE TABLE "clock_gap" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "from_at" varchar(24) NOT NULL,
    "until_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_clock_gap" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "ix_clock_gap" ON "clock_gap" ("province", "until_at")`,
  `CREATE TABLE "clock_certificate" (
    "province" varchar(8) NOT NULL,
    "day" varchar(10) NOT NULL,
    "made_at" varchar(24) NOT NULL,
    "due" integer NOT NULL,
    "fired" integer NOT NULL,
    "passed" integer NOT NULL,
    "latest_lateness" integer NOT NULL,
    "dead_minutes" integer NOT NULL,
    "oldest_unsorted_at" varchar(24),
    "failed_notices" integer NOT NULL,
    CONSTRAINT "pk_clock_certificate" PRIMARY KEY ("province", "day")
  )`,
];

export class Clockwork1763900007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
