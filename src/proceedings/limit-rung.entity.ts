import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Day, Instant } from '../deadlines/calendar.rules';

/** A rung that has come for one due day of a legal limit, once and for ever; a new due day has a ladder of its own. */
@Entity('limit_rung')
@Index('ux_limit_rung', ['limitId', 'dueOn', 'rung'], { unique: true })
export class LimitRung {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('LegalLimit', { name: 'fk_limit_rung_limit' })
  @Column('varchar', { name: 'limit_id', length: 26 })
  limitId: string;
  @Column('varchar', { name: 'due_on', length: 10 }) dueOn: Day;
  @Column('integer') rung: number;
  /** When it should have fired. */
  @Column('varchar', { name: 'due_was', length: 24 }) dueWas: Instant;
  @Column('varchar', { name: 'fired_at', length: 24 }) firedAt: Instant;
  /** A higher rung spoke in its stead (after an outage, or because it was entered late). */
  @Column('boolean') passed: boolean;
}
