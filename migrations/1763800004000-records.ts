import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "backup_key" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "epoch" integer NOT NULL,
    "public_key" varchar(44) NOT NULL,
    "mac" varchar(44) NOT NULL,
    "made_at" varchar(24) NOT NULL,
    CONSTRAINT "pk_backup_key" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_backup_key" ON "backup_key" ("province", "epoch")`,
];

export class Records1763800004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
