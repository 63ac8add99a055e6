import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from './calendar.rules';

/** When the clockwork last went round to its end, in whichever process. */
@Entity('clock_pulse')
export class ClockPulse {
  @PrimaryColumn('varchar', { length: 8, primaryKeyConstraintName: 'pk_clock_pulse' }) province: string;
  @Column('varchar', { name: 'first_at', length: 24 }) firstAt: Instant;
  @Column('varchar', { name: 'beat_at', length: 24 }) beatAt: Instant;
}

/** A time in which no process went round: from the last beat before it to the first after it. */
@Entity('clock_gap')
@Index('ix_clock_gap', ['province', 'untilAt'])
export class ClockGap {
  @PrimaryColumn('varchar', { length: 26, primaryKeyConstraintName: 'pk_clock_gap' }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @Column('varchar', { name: 'from_at', length: 24 }) fromAt: Instant;
  @Column('varchar', { name: 'until_at', length: 24 }) untilAt: Instant;
}
