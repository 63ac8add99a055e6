import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of the clocks, by version. */
export class ClockRules1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "clock_rule" (
      "province" varchar(8) NOT NULL,
      "clock" varchar(16) NOT NULL,
      "version" integer NOT NULL,
      "rule" text NOT NULL,
      "kept_at" varchar(24) NOT NULL,
      CONSTRAINT "pk_clock_rule" PRIMARY KEY ("province", "clock", "version")
    )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
