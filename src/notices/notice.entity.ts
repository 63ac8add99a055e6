import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoticeKind } from './notice.rules';

/** Sending follows in a later issue; a row is queued until then and readable on the officer's own page. */
export type NoticeState = 'queued' | 'sent' | 'failed' | 'given_up' | 'nobody';

/** One person is told that something happened to a case. No content: kind, case and day (DOMAIN §5). */
@Entity('notice')
@Index('ux_notice', ['eventId', 'kind', 'recipient'], { unique: true })
@Index('ix_notice_recipient', ['recipient', 'at'])
@Index('ix_notice_state', ['province', 'state', 'at'])
export class Notice {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseEvent', { name: 'fk_notice_event' })
  @Column('varchar', { name: 'event_id', length: 26 })
  eventId: string;
  @ForeignKey('CaseFile', { name: 'fk_notice_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 40 }) kind: NoticeKind;
  /** Officer's id; empty when nobody holds the office that should be told (state `nobody`). */
  @Column('varchar', { length: 26 }) recipient: string;
  /** Due instant the notice is about, of a rung. */
  @Column('varchar', { name: 'due_at', length: 24, nullable: true }) dueAt: string | null;
  @Column('varchar', { length: 40, nullable: true }) clock: string | null;
  @Column('varchar', { length: 12 }) state: NoticeState;
  @Column('varchar', { length: 24 }) at: string;
}

/** How far the story has been read. */
@Entity('notice_cursor')
export class NoticeCursor {
  @PrimaryColumn('varchar', { length: 8 }) province: string;
  @Column('integer') seq: number;
}

export const NOTICES_ENTITIES = [Notice, NoticeCursor];
