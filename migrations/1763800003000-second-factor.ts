import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE "officer" ADD COLUMN "passphrase_from" varchar(8)`,
  `ALTER TABLE "session" ADD COLUMN "fresh_until" varchar(24)`,
  // Sealed otherwise than before: who was signed in signs in again.
  `DELETE FROM "session"`,
];

const DOWN = [`ALTER TABLE "session" DROP COLUMN "fresh_until"`, `ALTER TABLE "officer" DROP COLUMN "passphrase_from"`];

/** Who chose an officer's passphrase, and until when a session counts as confirmed. */
export class SecondFactor1763800003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
