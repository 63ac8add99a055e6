import { Column } from 'typeorm';
import type { FigureSource } from './typed-figure.rules';

/** A figure that a person typed in. Rows are only added: the highest version of a year counts, the others are its history. */
export abstract class TypedFigure {
  @Column('varchar', { name: 'province', length: 8 }) province: string;
  @Column('varchar', { name: 'code', length: 8 }) code: string;
  /** Fiscal year, BE. */
  @Column('integer', { name: 'year' }) year: number;
  @Column('integer', { name: 'version' }) version: number;
  /** The figure times 100, so that percentages keep their two decimals. */
  @Column('integer', { name: 'hundredths' }) hundredths: number;
  @Column('varchar', { name: 'source', length: 16 }) source: FigureSource;
  @Column('varchar', { name: 'letter_no', length: 40, nullable: true }) letterNo: string | null;
  @Column('varchar', { name: 'letter_on', length: 10, nullable: true }) letterOn: string | null;
  @Column('varchar', { name: 'typed_by', length: 26 }) typedBy: string;
  @Column('varchar', { name: 'typed_at', length: 24 }) typedAt: string;
}
