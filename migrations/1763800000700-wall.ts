import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "wall_row" (
    "id" varchar(26) NOT NULL,
    "province" varchar(8) NOT NULL,
    "case_id" varchar(26) NOT NULL,
    "tag" varchar(44) NOT NULL,
    "cause" varchar(12) NOT NULL,
    "from_at" varchar(24) NOT NULL,
    "until_at" varchar(24),
    PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "ix_wall_row_case" ON "wall_row" ("province", "case_id")`,
  `CREATE INDEX "ix_wall_row_cause" ON "wall_row" ("province", "cause", "until_at")`,
  `ALTER TABLE "case_file" ADD COLUMN "handled_by" varchar(12)`,
];

export class Wall1763800000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
