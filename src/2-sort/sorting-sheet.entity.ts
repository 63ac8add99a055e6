import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RefusalGroundCode } from '../agencies/codes';
import type { AccusedKind, CorruptionAlleged, RiskArea, Secrecy } from '../cases/codes';
import type { Advice, ChecklistItem, UrgentBecause } from './sorting.rules';

/** The paper of step 2, one for each sorting: a reopened case, or one whose ending was refused, gets another. */
@Entity('sorting_sheet')
@Index('ix_sorting_sheet_case', ['caseId', 'at'])
export class SortingSheet {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @ForeignKey('CaseFile', { name: 'fk_sorting_sheet_case' })
  @Column('varchar', { name: 'case_id', length: 26 })
  caseId: string;
  /** Who sorted, and so who answered whether corruption is alleged, and when. */
  @Column('varchar', { name: 'sorted_by', length: 26 }) by: string;
  @Column('varchar', { name: 'sorted_at', length: 24 }) at: string;
  @Column('varchar', { length: 8 }) outcome: 'accept' | 'end';

  @Column('varchar', { length: 40 }) type: string;
  @Column('varchar', { name: 'corruption_alleged', length: 8, nullable: true })
  corruptionAlleged: CorruptionAlleged | null;
  @Column('varchar', { name: 'accused_kind', length: 32, nullable: true }) accusedKind: AccusedKind | null;
  @Column('varchar', { name: 'agency_code', length: 40, nullable: true }) agencyCode: string | null;
  @Column('varchar', { length: 12 }) district: string;
  @Column('varchar', { name: 'risk_area', length: 24, nullable: true }) riskArea: RiskArea | null;
  @Column('varchar', { length: 16 }) secrecy: Secrecy;

  /** 1 (light) to 3 (grave). */
  @Column('integer', { nullable: true }) severity: number | null;
  @Column('boolean') urgent: boolean;
  @Column('simple-json', { name: 'urgent_because' }) urgentBecause: readonly UrgentBecause[];
  @Column('boolean', { name: 'specific_enough', nullable: true }) specificEnough: boolean | null;
  @ForeignKey('CaseFile', { name: 'fk_sorting_sheet_repeat' })
  @Column('varchar', { name: 'repeat_of', length: 26, nullable: true })
  repeatOf: string | null;
  @Column('varchar', { name: 'competent_body', length: 40, nullable: true }) competentBody: string | null;

  /** Of an anonymous report: what it tells, and what the cabinet resolution of 1998 makes of that. */
  @Column('simple-json', { nullable: true }) checklist: readonly ChecklistItem[] | null;
  @Column('varchar', { length: 8, nullable: true }) advice: Advice | null;
  /** Whether the reporter had been asked in the mailbox before. */
  @Column('boolean', { name: 'asked_reporter' }) askedReporter: boolean;

  @Column('varchar', { length: 32, nullable: true }) ground: RefusalGroundCode | null;
  /** Sealed in the desk's work. */
  @Column('varchar', { name: 'reasons_item', length: 26 }) reasonsItem: string;
  /** Sealed in the dialogue: why the case ended, as the reporter reads it. */
  @Column('varchar', { name: 'word_item', length: 26, nullable: true }) wordItem: string | null;
}
