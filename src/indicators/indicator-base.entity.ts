import { Entity, Index, PrimaryColumn } from 'typeorm';
import { TypedFigure } from './typed-figure';

/** The count of a base year that later years are compared with. */
@Entity('indicator_base')
@Index('ux_indicator_base', ['province', 'code', 'year', 'version'], { unique: true })
export class IndicatorBase extends TypedFigure {
  @PrimaryColumn('varchar', { name: 'id', length: 26, primaryKeyConstraintName: 'pk_indicator_base' }) id: string;
}
