import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One referral: to whom, when, and whether the answer came in time. */
@Entity('fact_referral')
@Index('ix_fact_referral_sent', ['province', 'sentYear', 'agencyCode', 'caseId', 'sentOn'])
@Index('ix_fact_referral_case', ['caseId'])
export class FactReferral {
  @PrimaryColumn({ name: 'referral_id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_fact_referral' })
  referralId: string;
  @Column({ name: 'case_id', type: 'varchar', length: 26 }) caseId: string;
  @Column({ name: 'province', type: 'varchar', length: 8 }) province: string;
  /** null when the name in an old register is no office of the directory (`unlisted`). */
  @Column({ name: 'agency_code', type: 'varchar', length: 40, nullable: true }) agencyCode: string | null;
  @Column({ name: 'unlisted', type: 'boolean' }) unlisted: boolean;
  @Column({ name: 'sent_on', type: 'varchar', length: 10 }) sentOn: string;
  @Column({ name: 'sent_year', type: 'integer' }) sentYear: number;
  @Column({ name: 'due_on', type: 'varchar', length: 10, nullable: true }) dueOn: string | null;
  /** `sent` until something comes back, then what came: accepted, final, not_ours, withdrawn. */
  @Column({ name: 'state', type: 'varchar', length: 16 }) state: string;
  @Column({ name: 'answered_on', type: 'varchar', length: 10, nullable: true }) answeredOn: string | null;
  /** null when nobody can tell: no due date, or an imported answer without a day. */
  @Column({ name: 'in_time', type: 'boolean', nullable: true }) inTime: boolean | null;
}
