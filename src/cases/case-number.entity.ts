import { Entity, PrimaryColumn } from 'typeorm';

/** Every number ever given; never deleted, so none is reused. */
@Entity('case_number')
export class CaseNumber {
  @PrimaryColumn('varchar', { length: 24 }) number: string;
}
