import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A submission key that has made its case: the same key never makes a second one (PROCESS §4). */
@Entity('submission')
export class Submission {
  @PrimaryColumn('varchar', { length: 44 }) tag: string;
  @ForeignKey('CaseFile', { name: 'fk_submission_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
}
