import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a reporter thought of one closing. Score and words are sealed together; this row only knows that there are any. */
@Entity('rating')
@Index('ux_rating_closing', ['caseId', 'closing'], { unique: true })
export class Rating {
  @PrimaryColumn({ name: 'id', type: 'varchar', length: 26, primaryKeyConstraintName: 'pk_rating' }) id: string;
  @ForeignKey('CaseFile', { name: 'fk_rating_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** How often the case had been reopened before: every closing is rated for itself. */
  @Column('integer') closing: number;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId: string;
  /** The first time; changeable from then on for 30 days. */
  @Column('varchar', { name: 'rated_at', length: 24 }) ratedAt: string;
}
