import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { OpeningReason } from './custody.rules';

/** Somebody who handles a case asks to see who spoke, or an original that nobody could clean; a custodian grants it for a time, or does not (KEYS K7). */
@Entity('identity_request')
@Check('ck_identity_request_state', `state IN ('asked','granted','denied')`)
@Check('ck_identity_request_two', `decided_by IS NULL OR decided_by <> asked_by`)
@Index('ix_identity_request_case', ['caseId', 'askedAt'])
@Index('ix_identity_request_state', ['province', 'state', 'askedAt'])
export class IdentityRequest {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_identity_request_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** Of the exhibit whose original is asked for; null: who spoke is asked for. */
  @Column('integer', { name: 'exhibit_no', nullable: true }) exhibitNo: number | null;
  @Column('varchar', { name: 'asked_by', length: 26 }) askedBy: string;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt: string;
  @Column('varchar', { length: 24 }) reason: OpeningReason;
  /** Sealed: the reason in the asker's words. */
  @Column('varchar', { name: 'reason_item', length: 26 }) reasonItem: string;
  /** For how long it is asked. */
  @Column('integer') hours: number;
  @Column('varchar', { length: 8 }) state: 'asked' | 'granted' | 'denied';
  @Column('varchar', { name: 'decided_by', length: 26, nullable: true }) decidedBy: string | null;
  @Column('varchar', { name: 'decided_at', length: 24, nullable: true }) decidedAt: string | null;
  /** Sealed: the custodian's words. */
  @Column('varchar', { name: 'decision_item', length: 26, nullable: true }) decisionItem: string | null;
  /** Local day from which the reporter may be told of the opening; null: at once. Set by an order of disclosure alone. */
  @Column('varchar', { name: 'tell_from', length: 10, nullable: true }) tellFrom: string | null;
  /** UTC instant after which the grant opens nothing. */
  @Column('varchar', { name: 'until_at', length: 24, nullable: true }) untilAt: string | null;
}
