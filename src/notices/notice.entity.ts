import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoticeKind } from './notice.rules';

/**
 * How far a notice has come by post; an officer reads it on her own page from the first moment.
 *
 * queued: to be posted at `nextAt`; without it, on screen only · sent: the mail server has taken it · failed: tried again
 * at `nextAt` · given_up: a day of failures · withheld: at its hour the recipient might not know of the case any more, or
 * had taken her address back · nobody: no one holds the office
 */
export type NoticeState = 'queued' | 'sent' | 'failed' | 'given_up' | 'withheld' | 'nobody';

/** One person is told that something happened to a case, or to a proceeding that has none. No content: kind, case and day (DOMAIN §5). */
@Entity('notice')
@Index('ux_notice', ['eventId', 'kind', 'recipient'], { unique: true })
@Index('ix_notice_recipient', ['recipient', 'at'])
@Index('ix_notice_state', ['province', 'state', 'at'])
@Index('ix_notice_next', ['province', 'nextAt'])
@Check('ck_notice_about', `"case_id" IS NOT NULL OR "proceeding_id" IS NOT NULL`)
export class Notice {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseEvent', { name: 'fk_notice_event' })
  @Column('varchar', { name: 'event_id', length: 26, nullable: true })
  eventId: string | null;
  @ForeignKey('CaseFile', { name: 'fk_notice_case' })
  @Column('varchar', { name: 'case_id', length: 26, nullable: true })
  caseId: string | null;
  /** Of another body, where it has no case of the desk. */
  @ForeignKey('Proceeding', { name: 'fk_notice_proceeding' })
  @Column('varchar', { name: 'proceeding_id', length: 26, nullable: true })
  proceedingId: string | null;
  @Column('varchar', { length: 40 }) kind: NoticeKind;
  /** Officer's id, or the alias of a reporter's address; empty when nobody holds the office that should be told (state `nobody`). */
  @Column('varchar', { length: 26 }) recipient: string;
  /** Due instant the notice is about, of a rung. */
  @Column('varchar', { name: 'due_at', length: 24, nullable: true }) dueAt: string | null;
  @Column('varchar', { length: 40, nullable: true }) clock: string | null;
  @Column('varchar', { length: 12 }) state: NoticeState;
  @Column('varchar', { length: 24 }) at: string;
  /** Counts the times it was taken to be posted; the number is the lease's name. Null: never. */
  @Column('integer', { nullable: true }) attempts: number | null;
  /** Not before. Null: not to be posted, or not any more. */
  @Column('varchar', { name: 'next_at', length: 24, nullable: true }) nextAt: string | null;
  /** Somebody is at it until then. */
  @Column('varchar', { name: 'leased_until', length: 24, nullable: true }) leasedUntil: string | null;
  /** A failure after this is the last one. */
  @Column('varchar', { name: 'give_up_at', length: 24, nullable: true }) giveUpAt: string | null;
  /** Code of the last failure: never a sentence, for servers quote addresses. */
  @Column('varchar', { length: 20, nullable: true }) error: string | null;
}

/** How far the story has been read. */
@Entity('notice_cursor')
export class NoticeCursor {
  @PrimaryColumn('varchar', { length: 8 }) province: string;
  @Column('integer') seq: number;
}

export const NOTICES_ENTITIES = [Notice, NoticeCursor];
