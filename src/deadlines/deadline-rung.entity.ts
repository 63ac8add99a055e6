import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from './calendar.rules';

/** A rung of the ladder that has come, once and for ever. */
@Entity('deadline_rung')
@Index('ux_deadline_rung', ['deadlineId', 'rung'], { unique: true })
@Index('ix_deadline_rung_fired', ['firedAt'])
export class DeadlineRung {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Deadline', { name: 'fk_deadline_rung_deadline' })
  @Column('varchar', { name: 'deadline_id', length: 26 })
  deadlineId: string;
  @Column('integer') rung: number;
  /** When it should have fired. */
  @Column('varchar', { name: 'due_was', length: 24 }) dueWas: Instant;
  @Column('varchar', { name: 'fired_at', length: 24 }) firedAt: Instant;
  /** Whole seconds from `dueWas` to `firedAt`. */
  @Column('integer') lateness: number;
  /** A higher rung spoke in its stead (after an outage). */
  @Column('boolean') passed: boolean;
}
