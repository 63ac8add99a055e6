import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Authority } from './disclosure.rules';

/** A court or a law orders that who spoke, or an original, be given to an authority: what was ordered, and what was given. */
@Entity('disclosure_order')
@Check('ck_disclosure_order_given', `(given_on IS NULL) = (given_by IS NULL)`)
@Unique('uq_disclosure_order_request', ['requestId'])
@Index('ix_disclosure_order_case', ['caseId', 'enteredAt'])
export class DisclosureOrder {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_disclosure_order_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** The request that a custodian decides, like any other. */
  @ForeignKey('IdentityRequest', { name: 'fk_disclosure_order_request' })
  @Column('varchar', { name: 'request_id', length: 26 })
  requestId: string;
  @Column('varchar', { length: 16 }) authority: Authority;
  /** No. of the order or letter. */
  @Column('varchar', { length: 60 }) reference: string;
  /** Local day of the order. */
  @Column('varchar', { name: 'ordered_on', length: 10 }) orderedOn: string;
  /** Sealed: why the reporter may not be told yet; null when she is told at once. */
  @Column('varchar', { name: 'deferral_item', length: 26, nullable: true }) deferralItem: string | null;
  @Column('varchar', { name: 'entered_by', length: 26 }) enteredBy: string;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt: string;
  /** Local day on which it was given to the authority, and the letter it went with. */
  @Column('varchar', { name: 'given_on', length: 10, nullable: true }) givenOn: string | null;
  @Column('varchar', { name: 'given_letter', length: 60, nullable: true }) givenLetter: string | null;
  @Column('varchar', { name: 'given_by', length: 26, nullable: true }) givenBy: string | null;
}
