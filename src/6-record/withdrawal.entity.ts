import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** asked: an accusation waits for the desk head · taken: the case was withdrawn · refused: it goes on */
export type WithdrawalState = 'asked' | 'taken' | 'refused';

/** The reporter's wish to withdraw, as the desk took it down. */
@Entity('withdrawal')
@Check('ck_withdrawal_state', `state IN ('asked','taken','refused')`)
@Index('ix_withdrawal_case', ['caseId', 'askedAt'])
export class Withdrawal {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_withdrawal_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 8 }) state: WithdrawalState;
  /** Sealed. */
  @Column('varchar', { name: 'reason_item', length: 26 }) reasonItem: string;
  /** The reporter was asked whether somebody presses her; null: not noted. */
  @Column('boolean', { name: 'pressure_asked', nullable: true }) pressureAsked: boolean | null;
  @Column('varchar', { name: 'asked_by', length: 26 }) askedBy: string;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt: string;
}
