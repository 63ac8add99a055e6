import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CleanKind, FileKind, Uncleaned } from './kinds.rules';

/** Who brought it: the reporter with the report or later, the desk, the investigator, an agency with its answer. */
export const SOURCES = ['filing', 'reporter', 'desk', 'investigator', 'agency'] as const;
export type Source = (typeof SOURCES)[number];

/** One exhibit of a case. What it is called and what its original hashes to are sealed; its bytes lie on the shelf. */
@Entity('exhibit')
@Check('ck_exhibit_source', `source IN ('filing','reporter','desk','investigator','agency')`)
@Index('ux_exhibit_no', ['caseId', 'no'], { unique: true })
export class Exhibit {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('CaseFile', { name: 'fk_exhibit_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** 1, 2, 3 … within the case. */
  @Column('integer') no: number;
  @Column('varchar', { length: 16 }) source: Source;
  @Column('varchar', { length: 8 }) kind: FileKind;
  /** Of the original, in bytes. */
  @Column('integer') size: number;
  @Column('varchar', { name: 'received_at', length: 24 }) receivedAt: string;
  /** False: no scanner answered when it came. */
  @Column('boolean') scanned: boolean;
  @ForeignKey('SealedFile', { name: 'fk_exhibit_original' })
  @Column('varchar', { name: 'original_file', length: 26 })
  originalFile: string;
  /** null: there is no cleaned copy, and `uncleaned` says why. */
  @ForeignKey('SealedFile', { name: 'fk_exhibit_clean' })
  @Column('varchar', { name: 'clean_file', length: 26, nullable: true })
  cleanFile: string | null;
  @Column('varchar', { name: 'clean_kind', length: 8, nullable: true }) cleanKind: CleanKind | null;
  @Column('varchar', { length: 8, nullable: true }) uncleaned: Uncleaned | null;
  /** Sealed: file name and SHA-256 of the original. */
  @Column('varchar', { name: 'details_item', length: 26 }) detailsItem: string;
  /** `HMAC(evidence subkey, id ‖ SHA-256)`, base64: proves an opened original, confirms no guessed file. */
  @Column('varchar', { name: 'hash_check', length: 44 }) hashCheck: string;
}
