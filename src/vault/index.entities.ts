import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A block of the search index (KEYS K10): its label is keyed, its content sealed, both under what only a unit's key
 * gives. Nothing here tells which unit, case or word it belongs to.
 */
@Entity('index_block')
export class IndexBlock {
  /** `HMAC(k1, block no. ‖ gram)`, base64. */
  @PrimaryColumn('varchar', { length: 44 }) label: string;
  @Column('text') sealed: string;
}

/** The index key of a former epoch, sealed to the unit's key of a later one: who stays still finds what was added before. */
@Entity('index_key')
export class IndexKey {
  @PrimaryColumn('varchar', { length: 8 }) province: string;
  @PrimaryColumn('varchar', { length: 60 }) unit: string;
  @PrimaryColumn('integer') epoch: number;
  @PrimaryColumn('integer', { name: 'reader_epoch' }) readerEpoch: number;
  @Column('text') sealed: string;
  /** K4: `HMAC(directory subkey, owner|epoch|sealed)`. */
  @Column('varchar', { length: 44 }) mac: string;
}

/** The short number under which blocks hold a case. It is given once; the case of a forgotten one is null. */
@Entity('indexed_case')
@Index('ux_indexed_case_case', ['caseId'], { unique: true })
export class IndexedCase {
  @PrimaryColumn('varchar', { length: 8 }) province: string;
  @PrimaryColumn('integer') no: number;
  @ForeignKey('CaseFile', { name: 'fk_indexed_case_case' })
  @Column('varchar', { name: 'case_id', length: 26, nullable: true })
  caseId: string | null;
}

/** How far a unit has a case in its index: so many of its texts, the last of them by id. */
@Entity('index_mark')
@Index('ix_index_mark_epoch', ['province', 'unit', 'epoch'])
export class IndexMark {
  @ForeignKey('CaseFile', { name: 'fk_index_mark_case' })
  @PrimaryColumn('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  @PrimaryColumn('varchar', { length: 60 }) unit: string;
  @PrimaryColumn('integer') epoch: number;
  @Column('varchar', { length: 8 }) province: string;
  @Column('integer') items: number;
  /** Empty when the case had no text. */
  @Column('varchar', { name: 'last_item', length: 26 }) lastItem: string;
}

export const INDEX_ENTITIES = [IndexBlock, IndexKey, IndexedCase, IndexMark];
