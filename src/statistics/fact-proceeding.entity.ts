import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A proceeding of a prosecuting or disciplinary body and its legal limit. */
@Entity('fact_proceeding')
@Index('ix_fact_proceeding_due', ['province', 'dueYear'])
@Index('ix_fact_proceeding_ended', ['province', 'endedYear'])
export class FactProceeding {
  @PrimaryColumn({ name: 'proceeding_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_fact_proceeding' })
  proceedingId: string;
  @Column({ name: 'case_id', type: 'varchar', length: 26, nullable: true }) caseId: string | null;
  @Column({ name: 'province', type: 'varchar', length: 8 }) province: string;
  @Column({ name: 'body', type: 'varchar', length: 40 }) body: string;
  @Column({ name: 'due_on', type: 'varchar', length: 10 }) dueOn: string;
  @Column({ name: 'due_year', type: 'integer' }) dueYear: number;
  @Column({ name: 'ended_on', type: 'varchar', length: 10, nullable: true }) endedOn: string | null;
  @Column({ name: 'ended_year', type: 'integer', nullable: true }) endedYear: number | null;
  @Column({ name: 'extended', type: 'boolean' }) extended: boolean;
  @Column({ name: 'counter_suit', type: 'boolean' }) counterSuit: boolean;
}
