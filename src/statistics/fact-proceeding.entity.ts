import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proceeding of a prosecuting or disciplinary body; when it counts is said by its legal limits (`fact_limit`). */
@Entity('fact_proceeding')
export class FactProceeding {
  @PrimaryColumn({ name: 'proceeding_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_fact_proceeding' })
  proceedingId: string;
  @Column({ name: 'case_id', type: 'varchar', length: 26, nullable: true }) caseId: string | null;
  @Column({ name: 'province', type: 'varchar', length: 8 }) province: string;
  @Column({ name: 'body', type: 'varchar', length: 40 }) body: string;
  @Column({ name: 'counter_suit', type: 'boolean' }) counterSuit: boolean;
}
