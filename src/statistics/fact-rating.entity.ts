import { Column, Entity, PrimaryColumn } from 'typeorm';

/** K5, satisfaction: how many reporters gave each score in a fiscal year. No case stands behind a number here. */
@Entity('fact_rating')
export class FactRating {
  @PrimaryColumn({ name: 'province', type: 'varchar', length: 8, primaryKeyConstraintName: 'pk_fact_rating' })
  province: string;
  @PrimaryColumn({ name: 'fiscal_year', type: 'integer', primaryKeyConstraintName: 'pk_fact_rating' })
  fiscalYear: number;
  /** 1–5. */
  @PrimaryColumn({ name: 'score', type: 'integer', primaryKeyConstraintName: 'pk_fact_rating' }) score: number;
  @Column({ name: 'ratings', type: 'integer' }) ratings: number;
}
