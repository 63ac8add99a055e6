import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Unit } from '../agencies/codes';
import type { Grantor } from '../agencies/profile.clocks';
import type { Instant } from './calendar.rules';

export type ExtensionState = 'asked' | 'granted' | 'refused' | 'undone';

/** More time, asked by one person and decided by another; one open request a clock. */
@Entity('deadline_extension')
@Index('ux_deadline_extension_asked', ['deadlineId'], { unique: true, where: `state = 'asked'` })
@Index('ix_deadline_extension_deadline', ['deadlineId', 'askedAt'])
@Check('ck_deadline_extension_state', `"state" IN ('asked', 'granted', 'refused', 'undone')`)
@Check('ck_deadline_extension_two', `"decided_by" IS NULL OR "decided_by" <> "asked_by"`)
export class DeadlineExtension {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Deadline', { name: 'fk_deadline_extension_deadline' })
  @Column('varchar', { name: 'deadline_id', length: 26 })
  deadlineId: string;
  @Column('varchar', { name: 'asked_by', length: 26 }) askedBy: string;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt: Instant;
  @Column('varchar', { length: 2 }) unit: Unit;
  @Column('integer') amount: number;
  /** Sealed: the reason. */
  @Column('varchar', { name: 'reason_item', length: 26 }) reasonItem: string;
  /** Who has to decide it: said when it was asked. */
  @Column('varchar', { length: 12 }) grantor: Grantor;
  @Column('varchar', { length: 8 }) state: ExtensionState;
  @Column('varchar', { name: 'decided_by', length: 26, nullable: true }) decidedBy: string | null;
  @Column('varchar', { name: 'decided_at', length: 24, nullable: true }) decidedAt: Instant | null;
  @Column('varchar', { name: 'undone_by', length: 26, nullable: true }) undoneBy: string | null;
  @Column('varchar', { name: 'undone_at', length: 24, nullable: true }) undoneAt: Instant | null;
}
