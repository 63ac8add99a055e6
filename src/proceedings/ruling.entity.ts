import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AccusedKind } from '../cases/codes';
import type { RulingKind } from '../statistics/facts.rules';
import type { Body } from './bodies';
import type { RulingState } from './ruling.rules';

/** ชี้มูล: what a body outside found, often years after the case was closed. It moves no case. */
@Entity('ruling')
@Check('ck_ruling_state', `state IN ('proposed','made','overturned','refused')`)
@Check('ck_ruling_kind', `kind IN ('discipline','corruption','both')`)
@Index('ix_ruling_case', ['caseId', 'ruledOn'])
@Index('ux_ruling_reference', ['caseId', 'body', 'reference'], { unique: true, where: `state <> 'refused'` })
export class Ruling {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_ruling_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) state: RulingState;
  @Column('varchar', { length: 16 }) body: Body;
  /** เลขที่ of the body's letter or decision. */
  @Column('varchar', { length: 60 }) reference: string;
  @Column('varchar', { name: 'ruled_on', length: 10 }) ruledOn: string;
  @Column('varchar', { length: 12 }) kind: RulingKind;
  /** Whose official it was. */
  @Column('varchar', { name: 'agency_code', length: 40, nullable: true }) agencyCode: string | null;
  @Column('varchar', { name: 'accused_kind', length: 32, nullable: true }) accusedKind: AccusedKind | null;
  /** Sealed. */
  @Column('varchar', { name: 'note_item', length: 26, nullable: true }) noteItem: string | null;
  @Column('varchar', { name: 'proposed_by', length: 26 }) proposedBy: string;
  @Column('varchar', { name: 'proposed_at', length: 24 }) proposedAt: string;
  @Column('varchar', { name: 'decided_at', length: 24, nullable: true }) decidedAt: string | null;
  @Column('varchar', { name: 'overturned_on', length: 10, nullable: true }) overturnedOn: string | null;
  @Column('varchar', { name: 'overturned_by_reference', length: 60, nullable: true })
  overturnedByReference: string | null;
}
