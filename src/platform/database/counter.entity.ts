import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Number sequences are allocated rows: unique under concurrency, without gaps, in the order of commit. */
@Entity('counter')
export class Counter {
  @PrimaryColumn('varchar', { length: 8 }) province: string;
  @PrimaryColumn('varchar', { length: 40 }) name: string;
  @Column('integer') value: number;
}
