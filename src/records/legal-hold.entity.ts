import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who needs the papers: a court · a body that inquires (NACC, PACC, police) · auditors of the state · a review or appeal · another */
export const HOLD_KINDS = ['court', 'inquiry', 'audit', 'review', 'other'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** A case is held back from disposal. It stands until somebody lifts it; of one kind there is one at a time. */
@Entity('legal_hold')
@Index('ux_legal_hold_standing', ['caseId', 'kind'], { unique: true, where: `lifted_at IS NULL` })
export class LegalHold {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  @ForeignKey('CaseFile', { name: 'fk_legal_hold_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @Column('varchar', { length: 12 }) kind: HoldKind;
  /** Sealed: why. */
  @Column('varchar', { name: 'reason_item', length: 26 }) reasonItem: string;
  @Column('varchar', { name: 'placed_by', length: 26 }) placedBy: string;
  @Column('varchar', { name: 'placed_at', length: 24 }) placedAt: string;
  /** Sealed: why it is not needed any more. */
  @Column('varchar', { name: 'lift_item', length: 26, nullable: true }) liftItem: string | null;
  @Column('varchar', { name: 'lifted_by', length: 26, nullable: true }) liftedBy: string | null;
  @Column('varchar', { name: 'lifted_at', length: 24, nullable: true }) liftedAt: string | null;
}
