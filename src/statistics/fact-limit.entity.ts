import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One legal limit of a proceeding. What the desk itself extends is no fact of this table and never enters indicator 3.1. */
@Entity('fact_limit')
@Index('ix_fact_limit_due', ['province', 'dueYear'])
@Index('ix_fact_limit_ended', ['province', 'endedYear'])
export class FactLimit {
  @PrimaryColumn({ name: 'limit_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_fact_limit' })
  limitId: string;
  @Column({ name: 'proceeding_id', type: 'varchar', length: 26 }) proceedingId: string;
  @Column({ name: 'province', type: 'varchar', length: 8 }) province: string;
  /** Before any extension. */
  @Column({ name: 'due_on', type: 'varchar', length: 10 }) dueOn: string;
  @Column({ name: 'due_year', type: 'integer' }) dueYear: number;
  @Column({ name: 'ended_on', type: 'varchar', length: 10, nullable: true }) endedOn: string | null;
  @Column({ name: 'ended_year', type: 'integer', nullable: true }) endedYear: number | null;
  /** By the body. */
  @Column({ name: 'extended', type: 'boolean' }) extended: boolean;
}
