import { Entity, Index, PrimaryColumn } from 'typeorm';
import { TypedFigure } from './typed-figure';

/** What NACC, PACC or another body says of the same year; stands beside the desk's own count and never replaces it. */
@Entity('official_figure')
@Index('ux_official_figure', ['province', 'code', 'year', 'version'], { unique: true })
export class OfficialFigure extends TypedFigure {
  @PrimaryColumn('varchar', { name: 'id', length: 26, primaryKeyConstraintName: 'pk_official_figure' }) id: string;
}
