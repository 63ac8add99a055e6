import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Body } from './bodies';

/** A proceeding of a prosecuting or disciplinary body; the time the law gives it is its legal limits' (indicators 3.1 and 3.2). */
@Entity('proceeding')
@Index('ux_proceeding_reference', ['province', 'body', 'reference'], { unique: true })
@Index('ix_proceeding_opened', ['province', 'openedOn', 'id'])
export class Proceeding {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  /** The desk's case it grew out of, if it has one. */
  @ForeignKey('CaseFile', { name: 'fk_proceeding_case' })
  @Column('varchar', { name: 'case_id', length: 26, nullable: true })
  caseId: string | null;
  @Column('varchar', { length: 16 }) body: Body;
  @Column('varchar', { length: 60 }) reference: string;
  @Column('varchar', { name: 'opened_on', length: 10 }) openedOn: string;
  @Column('varchar', { name: 'ended_on', length: 10, nullable: true }) endedOn: string | null;
  /** Somebody sued those who investigate. */
  @Column('boolean', { name: 'counter_suit' }) counterSuit: boolean;
  @Column('varchar', { name: 'entered_by', length: 26 }) enteredBy: string;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt: string;
}
