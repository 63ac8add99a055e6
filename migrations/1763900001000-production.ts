import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For production: a unit's key that a member's keyring contradicts is not sealed to any more (KEYS K4), and the people
 * page shows who has a second factor.
 */
export class Production1763900001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "unit_key" ADD COLUMN "distrusted" varchar(44)');
    await runner.query('ALTER TABLE "officer" ADD COLUMN "second_factor_epoch" integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "unit_key" DROP COLUMN "distrusted"');
    await runner.query('ALTER TABLE "officer" DROP COLUMN "second_factor_epoch"');
  }
}
