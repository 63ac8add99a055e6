import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "counter" (
    "province" varchar(8) NOT NULL,
    "name" varchar(40) NOT NULL,
    "value" integer NOT NULL,
    PRIMARY KEY ("province", "name")
  )`,
  `CREATE TABLE "secret_check" (
    "name" varchar(8) NOT NULL,
    "mac" varchar(44) NOT NULL,
    PRIMARY KEY ("name")
  )`,
];

export class Platform1763600000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
