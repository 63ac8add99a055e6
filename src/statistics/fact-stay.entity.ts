import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How long a complaint stood at one step: from `fromOn` up to the day before `untilOn`. The stays of a span tile it. */
@Entity('fact_stay')
@Index('ix_fact_stay_year', [
  'province',
  'fromYear',
  'untilYear',
  'fromOn',
  'untilOn',
  'step',
  'onItaPage',
  'agencyCode',
])
@Index('ix_fact_stay_until', ['caseId', 'untilYear'])
export class FactStay {
  @PrimaryColumn({ name: 'stay_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_fact_stay' })
  stayId: string;
  @Column({ name: 'case_id', type: 'varchar', length: 26 }) caseId: string;
  @Column({ name: 'province', type: 'varchar', length: 8 }) province: string;
  @Column({ name: 'step', type: 'integer' }) step: number;
  @Column({ name: 'from_on', type: 'varchar', length: 10 }) fromOn: string;
  @Column({ name: 'from_year', type: 'integer' }) fromYear: number;
  @Column({ name: 'until_on', type: 'varchar', length: 10, nullable: true }) untilOn: string | null;
  @Column({ name: 'until_year', type: 'integer' }) untilYear: number;
  @Column({ name: 'agency_code', type: 'varchar', length: 40, nullable: true }) agencyCode: string | null;
  @Column({ name: 'on_ita_page', type: 'boolean' }) onItaPage: boolean;
}
