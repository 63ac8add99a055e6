import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CorruptionAlleged } from './facts.rules';

/** One complaint without anything that could name it: id, dates, codes. Holds its classification as it stands now. */
@Entity('fact_case')
@Index('ix_fact_case_year', ['province', 'fiscalYear', 'corruptionEver', 'aboutOfficials'])
@Index('ix_fact_case_answered', ['province', 'answeredYear'])
export class FactCase {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_fact_case' })
  caseId: string;
  @Column({ name: 'province', type: 'varchar', length: 8 }) province: string;
  /** Bangkok day of receipt; `fiscalYear` (BE) is the year it lies in. */
  @Column({ name: 'received_on', type: 'varchar', length: 10 }) receivedOn: string;
  @Column({ name: 'fiscal_year', type: 'integer' }) fiscalYear: number;
  /** Day it was typed in; for an imported register the day of receipt, for it was on paper since then. */
  @Column({ name: 'entered_on', type: 'varchar', length: 10 }) enteredOn: string;
  @Column({ name: 'imported', type: 'boolean' }) imported: boolean;
  @Column({ name: 'channel', type: 'varchar', length: 40 }) channel: string;
  @Column({ name: 'type', type: 'varchar', length: 40 }) type: string;
  @Column({ name: 'corruption_alleged', type: 'varchar', length: 8, nullable: true })
  corruptionAlleged: CorruptionAlleged | null;
  /** Corruption was alleged at some time, by the reporter's own choice or by a sorter. */
  @Column({ name: 'corruption_ever', type: 'boolean' }) corruptionEver: boolean;
  @Column({ name: 'about_officials', type: 'boolean' }) aboutOfficials: boolean;
  @Column({ name: 'accused_kind', type: 'varchar', length: 40, nullable: true }) accusedKind: string | null;
  @Column({ name: 'agency_code', type: 'varchar', length: 40, nullable: true }) agencyCode: string | null;
  @Column({ name: 'district', type: 'varchar', length: 16 }) district: string;
  @Column({ name: 'status', type: 'varchar', length: 16 }) status: string;
  @Column({ name: 'step', type: 'integer' }) step: number;
  /** null until step 2 has said so. */
  @Column({ name: 'accepted', type: 'boolean', nullable: true }) accepted: boolean | null;
  @Column({ name: 'outcome', type: 'varchar', length: 40, nullable: true }) outcome: string | null;
  @Column({ name: 'answered_on', type: 'varchar', length: 10, nullable: true }) answeredOn: string | null;
  @Column({ name: 'answered_year', type: 'integer', nullable: true }) answeredYear: number | null;
  @Column({ name: 'answered_in_time', type: 'boolean', nullable: true }) answeredInTime: boolean | null;
}
