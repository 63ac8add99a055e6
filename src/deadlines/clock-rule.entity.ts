import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockCode } from '../agencies/codes';
import type { CountingRule } from './rule-version.rules';
import type { Instant } from './calendar.rules';

/** A clock's rule as it was when runs began under it; never changed, so that a later profile never moves the past. */
@Entity('clock_rule')
export class StoredRule {
  @PrimaryColumn('varchar', { length: 8, primaryKeyConstraintName: 'pk_clock_rule' }) province: string;
  @PrimaryColumn('varchar', { length: 16, primaryKeyConstraintName: 'pk_clock_rule' }) clock: ClockCode;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_clock_rule' }) version: number;
  @Column('simple-json') rule: CountingRule;
  @Column('varchar', { name: 'kept_at', length: 24 }) keptAt: Instant;
}
