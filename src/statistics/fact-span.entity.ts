import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Stands in `completedYear` and `untilYear` while there is no end. */
export const STILL_OPEN = 9999;

/**
 * From one opening of a complaint to its completion; a reopened complaint has one more. Statistics count spans, so
 * carried over + new = total = completed + in progress for every period.
 */
@Entity('fact_span')
@Index('ix_fact_span_opened', [
  'province',
  'openedYear',
  'completedYear',
  'openedOn',
  'completedOn',
  'type',
  'channel',
  'district',
  'onItaPage',
  'agencyCode',
  'reopened',
])
@Index('ix_fact_span_completed', ['province', 'completedYear', 'completedOn', 'onItaPage', 'agencyCode', 'channel'])
export class FactSpan {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_fact_span' })
  caseId: string;
  /** 1 for the first opening, 2 for the first reopening … */
  @PrimaryColumn({ name: 'number', type: 'integer', primaryKeyConstraintName: 'pk_fact_span' }) number: number;
  @Column({ name: 'province', type: 'varchar', length: 8 }) province: string;
  @Column({ name: 'opened_on', type: 'varchar', length: 10 }) openedOn: string;
  @Column({ name: 'opened_year', type: 'integer' }) openedYear: number;
  @Column({ name: 'reopened', type: 'boolean' }) reopened: boolean;
  /** null while open. When an old register does not give the day, the day of opening stands here, and `dated` is false. */
  @Column({ name: 'completed_on', type: 'varchar', length: 10, nullable: true }) completedOn: string | null;
  @Column({ name: 'completed_year', type: 'integer' }) completedYear: number;
  @Column({ name: 'dated', type: 'boolean' }) dated: boolean;
  /** UTC instant at which the next clock falls due; null: none runs. */
  @Column({ name: 'due_at', type: 'varchar', length: 24, nullable: true }) dueAt: string | null;
  @Column({ name: 'channel', type: 'varchar', length: 40 }) channel: string;
  @Column({ name: 'type', type: 'varchar', length: 40 }) type: string;
  @Column({ name: 'district', type: 'varchar', length: 16 }) district: string;
  @Column({ name: 'agency_code', type: 'varchar', length: 40, nullable: true }) agencyCode: string | null;
  @Column({ name: 'on_ita_page', type: 'boolean' }) onItaPage: boolean;
}
