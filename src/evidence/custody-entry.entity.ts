import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ActorKind } from '../cases/story-line';

/** received · scanned · cleaned · opened (the original, by custody) · handed_out (the cleaned copy) */
export const CUSTODY_ACTS = ['received', 'scanned', 'cleaned', 'opened', 'handed_out'] as const;
export type CustodyAct = (typeof CUSTODY_ACTS)[number];

/** One link of an exhibit's custody chain. Rows are only added: triggers refuse the rest. */
@Entity('custody_entry')
@Index('ix_custody_exhibit', ['exhibitId', 'no'])
export class CustodyEntry {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('Exhibit', { name: 'fk_custody_exhibit' })
  @Column('varchar', { name: 'exhibit_id', length: 26 })
  exhibitId: string;
  /** Order within the exhibit, from 1. */
  @Column('integer') no: number;
  @Column('varchar', { length: 16 }) act: CustodyAct;
  @Column('varchar', { length: 24 }) at: string;
  @Column('varchar', { name: 'by_kind', length: 16 }) byKind: ActorKind;
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId: string | null;
}
