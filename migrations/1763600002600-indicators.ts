import type { MigrationInterface, QueryRunner } from 'typeorm';

const typedFigures = (table: string): readonly string[] => [
  `CREATE TABLE "${table}" (
    "province" varchar(8) NOT NULL,
    "code" varchar(8) NOT NULL,
    "year" integer NOT NULL,
    "version" integer NOT NULL,
    "hundredths" integer NOT NULL,
    "source" varchar(16) NOT NULL,
    "letter_no" varchar(40),
    "letter_on" varchar(10),
    "typed_by" varchar(26) NOT NULL,
    "typed_at" varchar(24) NOT NULL,
    "id" varchar(26) NOT NULL,
    CONSTRAINT "pk_${table}" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "ux_${table}" ON "${table}" ("province", "code", "year", "version")`,
];

/** Bases and official figures, every version of them. */
export class Indicators1763600002600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...typedFigures('indicator_base'), ...typedFigures('official_figure')]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "official_figure"');
    await runner.query('DROP TABLE "indicator_base"');
  }
}
