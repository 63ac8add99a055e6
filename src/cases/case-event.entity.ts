import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ActorKind, LineData, LineKind } from './story-line';
import type { Status } from './moves.rules';

/** A line of the story: timeline, audit source and outbox in one. Append-only (triggers on both databases). */
@Entity('case_event')
@Index('ux_case_event_seq', ['province', 'seq'], { unique: true })
@Index('ix_case_event_case', ['caseId', 'seq'])
export class CaseEvent {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  /** Without gaps and in the order of commit within a province: readers keep a cursor on it. */
  @Column('integer') seq: number;
  @ForeignKey('CaseFile', { name: 'fk_case_event_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 32 }) kind: LineKind;
  @Column('varchar', { length: 24 }) at: string;
  @Column('varchar', { name: 'by_kind', length: 12 }) byKind: ActorKind;
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId: string | null;
  @Column('varchar', { name: 'from_status', length: 12, nullable: true }) fromStatus: Status | null;
  @Column('varchar', { name: 'to_status', length: 12, nullable: true }) toStatus: Status | null;
  /** Codes, ids, dates and numbers. */
  @Column('simple-json') data: LineData;
  /** The sealed text that belongs to this line, if any. */
  @Column('varchar', { name: 'item_id', length: 26, nullable: true }) itemId: string | null;
}
