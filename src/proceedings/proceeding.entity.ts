import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Body } from './bodies';
import type { LegalExtension } from './proceeding.rules';

/** A proceeding of a prosecuting or disciplinary body and its legal limit (indicators 3.1 and 3.2). */
@Entity('proceeding')
@Index('ux_proceeding_reference', ['province', 'body', 'reference'], { unique: true })
@Index('ix_proceeding_due', ['province', 'dueOn', 'id'])
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
  /** The legal limit before any extension, as the body's letter says; the year it lies in is the year 3.1 counts. */
  @Column('varchar', { name: 'due_on', length: 10 }) dueOn: string;
  @Column('simple-json') extensions: readonly LegalExtension[];
  @Column('varchar', { name: 'ended_on', length: 10, nullable: true }) endedOn: string | null;
  /** Somebody sued those who investigate. */
  @Column('boolean', { name: 'counter_suit' }) counterSuit: boolean;
  @Column('varchar', { name: 'entered_by', length: 26 }) enteredBy: string;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt: string;
}
