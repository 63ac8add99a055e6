import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  AccusedKind,
  CorruptionAlleged,
  Finding,
  IdentityKind,
  Outcome,
  ReporterKind,
  RiskArea,
  Secrecy,
} from './codes';
import type { Status } from './moves.rules';

/**
 * One complaint as the desk handles it. Codes, ids, dates and numbers only: every text about it is sealed and known
 * here by the id of its sealed item.
 */
@Entity('case_file')
@Check(
  'ck_case_status',
  `status IN ('received','sorted','referred','verifying','verified','reported','ordered','recorded','ended','withdrawn','merged')`,
)
@Index('ux_case_number', ['number'], { unique: true })
@Index('ux_case_register_no', ['province', 'fiscalYear', 'registerNo'], { unique: true })
@Index('ux_case_import', ['province', 'importRegister', 'importKey'], { unique: true })
@Index('ix_case_worklist', ['province', 'open', 'nextDueAt', 'id'])
@Index('ix_case_step', ['province', 'open', 'step', 'nextDueAt'])
@Index('ix_case_received', ['province', 'receivedAt'])
@Index('ix_case_type', ['province', 'type', 'receivedAt'])
@Index('ix_case_agency', ['province', 'agencyCode', 'receivedAt'])
@Index('ix_case_district', ['province', 'district', 'receivedAt'])
@Index('ix_case_channel', ['province', 'channel', 'receivedAt'])
@Index('ix_case_registry', ['province', 'registryNo'])
@Index('ix_case_merged', ['mergedInto'])
export class CaseFile {
  @PrimaryColumn('varchar', { length: 26 }) id: string;
  @Column('varchar', { length: 8 }) province: string;
  /** `NWT-2569-4829137`: public, speakable, opens nothing. */
  @Column('varchar', { length: 24 }) number: string;
  @Column('integer', { name: 'fiscal_year' }) fiscalYear: number;
  /** เลขรับ: the office's running number, internal. */
  @Column('integer', { name: 'register_no' }) registerNo: number;
  /** เลขรับหนังสือ of the paper that brought it, if paper did. */
  @Column('varchar', { name: 'registry_no', length: 40, nullable: true }) registryNo: string | null;
  @Column('varchar', { name: 'queue_ticket', length: 20, nullable: true }) queueTicket: string | null;

  @Column('varchar', { length: 32 }) channel: string;
  @Column('varchar', { name: 'received_at', length: 24 }) receivedAt: string;
  @Column('varchar', { name: 'received_on', length: 10 }) receivedOn: string;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt: string;
  @Column('varchar', { name: 'entered_by', length: 26, nullable: true }) enteredBy: string | null;
  @Column('varchar', { name: 'identity_kind', length: 16 }) identityKind: IdentityKind;
  @Column('varchar', { name: 'reporter_kind', length: 24, nullable: true }) reporterKind: ReporterKind | null;

  /** Null: the desk. `alternative`: it concerns somebody at the desk, who neither sees nor counts it (KEYS K9, K11). */
  @Column('varchar', { name: 'handled_by', length: 12, nullable: true }) handledBy: 'alternative' | null;

  @Column('varchar', { length: 40 }) type: string;
  @Column('varchar', { name: 'corruption_alleged', length: 8, nullable: true })
  corruptionAlleged: CorruptionAlleged | null;
  @Column('varchar', { name: 'risk_area', length: 24, nullable: true }) riskArea: RiskArea | null;
  @Column('varchar', { name: 'accused_kind', length: 32, nullable: true }) accusedKind: AccusedKind | null;
  @Column('varchar', { name: 'agency_code', length: 40, nullable: true }) agencyCode: string | null;
  @Column('varchar', { length: 12 }) district: string;
  /** As far as the reporter remembers. */
  @Column('varchar', { name: 'occurred_on', length: 10, nullable: true }) occurredOn: string | null;
  @Column('varchar', { length: 16 }) secrecy: Secrecy;
  @Column('integer', { nullable: true }) severity: number | null;
  @Column('boolean') urgent: boolean;
  @Column('boolean', { name: 'reprisal_feared' }) reprisalFeared: boolean;
  @Column('boolean', { name: 'protection_asked' }) protectionAsked: boolean;

  @Column('varchar', { length: 12 }) status: Status;
  @Column('varchar', { name: 'status_since', length: 24 }) statusSince: string;
  @Column('boolean') open: boolean;
  @Column('integer') step: number;
  @Column('varchar', { length: 26, nullable: true }) assignee: string | null;
  @Column('varchar', { name: 'investigator', length: 26, nullable: true }) investigator: string | null;
  @Column('varchar', { length: 16, nullable: true }) finding: Finding | null;
  @Column('varchar', { length: 32, nullable: true }) outcome: Outcome | null;
  @Column('integer', { name: 'reopened_count' }) reopenedCount: number;
  @Column('varchar', { name: 'merged_into', length: 26, nullable: true }) mergedInto: string | null;
  @Column('boolean', { name: 'waiting_reporter' }) waitingReporter: boolean;
  /** Earliest due instant among the running clocks: kept by the deadlines room through `Cases.noteClocks`. */
  @Column('varchar', { name: 'next_due_at', length: 24, nullable: true }) nextDueAt: string | null;

  @Column('boolean') imported: boolean;
  @Column('varchar', { name: 'import_register', length: 80, nullable: true }) importRegister: string | null;
  @Column('varchar', { name: 'import_key', length: 80, nullable: true }) importKey: string | null;
  @Column('varchar', { name: 'old_due_on', length: 10, nullable: true }) oldDueOn: string | null;
  @Column('varchar', { name: 'taken_up_at', length: 24, nullable: true }) takenUpAt: string | null;

  /** Sealed: what happened, where, when, who, proof, what is asked (dialogue compartment). */
  @Column('varchar', { name: 'allegation_item', length: 26, nullable: true }) allegationItem: string | null;
  /** Sealed: name, address, telephone (identity compartment). */
  @Column('varchar', { name: 'identity_item', length: 26, nullable: true }) identityItem: string | null;

  /** What it held is destroyed; number, type and dates are left. Found by nobody any more but as disposed of. */
  @Column('varchar', { name: 'disposed_at', length: 24, nullable: true }) disposedAt: string | null;
}
