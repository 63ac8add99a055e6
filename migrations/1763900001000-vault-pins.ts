import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit's key that a member's keyring contradicts (KEYS K4): nothing is sealed to it any more. */
export class VaultPins1763900001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "unit_key" ADD COLUMN "distrusted" varchar(44)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "unit_key" DROP COLUMN "distrusted"');
  }
}
