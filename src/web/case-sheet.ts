import type { AllegationPart } from '../cases/allegation-words';
import type { ApprovalKind } from '../cases/approval.entity';
import type { CaseFile } from '../cases/case-file.entity';
import type { MovingAct } from '../cases/moves.rules';
import type { Referral } from '../cases/referral.entity';
import type { ActorKind, LineData, LineKind } from '../cases/story-line';
import type { ClockStanding } from '../deadlines/case-clocks';
import type { CheckIn } from '../reporters/afterwards.rules';
import type { Letter } from '../reporters/mailbox';
import type { StepStanding } from '../reporters/standing.rules';
import type { DoorName } from './doors.rules';
import type { HoldKind } from '../records/legal-hold.entity';
import type { Sight } from './sight.rules';

export interface AllegationText {
  readonly part: AllegationPart;
  readonly text: string;
}

export interface Person {
  readonly username: string;
  readonly name: string;
}

/** What everyone sees who sees the case at all. */
export type SheetHead = Pick<
  CaseFile,
  | 'number'
  | 'status'
  | 'statusSince'
  | 'open'
  | 'step'
  | 'channel'
  | 'type'
  | 'agencyCode'
  | 'district'
  | 'receivedAt'
  | 'urgent'
  | 'imported'
>;

/** What the desk knows of it; an agency's contact does not. */
export type SheetDetails = Pick<
  CaseFile,
  | 'registryNo'
  | 'registerNo'
  | 'queueTicket'
  | 'enteredAt'
  | 'identityKind'
  | 'reporterKind'
  | 'corruptionAlleged'
  | 'riskArea'
  | 'accusedKind'
  | 'occurredOn'
  | 'secrecy'
  | 'severity'
  | 'reprisalFeared'
  | 'protectionAsked'
  | 'waitingReporter'
  | 'finding'
  | 'outcome'
  | 'reopenedCount'
  | 'oldDueOn'
  | 'takenUpAt'
> & {
  readonly assignee: Person | null;
  readonly investigator: Person | null;
  readonly enteredBy: Person | null;
  /** Number of the main case. */
  readonly mergedInto: string | null;
};

export type SheetReferral = Pick<
  Referral,
  | 'id'
  | 'agencyCode'
  | 'recipientKind'
  | 'purpose'
  | 'lead'
  | 'state'
  | 'sentAt'
  | 'letterNo'
  | 'letterDate'
  | 'dueAt'
  | 'closedAt'
  | 'toAgencyCode'
> & {
  /** As an old register wrote it, where the profile knows no such agency. */
  readonly unlistedName: string | null;
  /** What was sent, for the agency it was sent to. */
  readonly pack: string | null;
};

export interface SheetLine {
  readonly kind: LineKind;
  readonly at: string;
  readonly by: { readonly kind: ActorKind; readonly name: string | null };
  readonly data: LineData;
  /** The officer whom the data names by id. */
  readonly concerns: string | null;
  /** null: it has none, or it is not this looker's to read. */
  readonly text: string | null;
}

export interface SheetApproval {
  readonly kind: ApprovalKind;
  readonly subjectId: string;
  readonly askedAt: string;
  readonly askedBy: string | null;
  readonly data: LineData;
  readonly reason: string | null;
  /** This looker asked for it herself. */
  readonly isOwn: boolean;
  /** This looker may grant or refuse it. */
  readonly mayDecide: boolean;
}

/** A case file as one looker may see it: the interface's answer, and what the page is drawn from. */
export interface CaseSheet extends SheetHead {
  readonly sight: Sight;
  readonly nextDueAt: string | null;
  readonly overdue: boolean;
  readonly details: SheetDetails | null;
  readonly steps: readonly StepStanding[];
  readonly clocks: readonly ClockStanding[];
  /** The reporter's words, part by part; null when there are none or they are not this looker's to read. */
  readonly allegation: readonly AllegationText[] | null;
  readonly referrals: readonly SheetReferral[];
  readonly approvals: readonly SheetApproval[];
  readonly story: readonly SheetLine[];
  /** The mailbox, newest last; null for whoever does not handle the case. */
  readonly letters: readonly Letter[] | null;
  /** Whether the reporter was asked after closing if she is safe; empty where nothing is feared. */
  readonly checkIns: readonly CheckIn[];
  /** Arrows of the table that start at this status. */
  readonly allowed: readonly MovingAct[];
  /** What it is held back from disposal for; empty for whoever does not handle the case. */
  readonly holds: readonly HoldKind[];
  /** What this looker may do now. */
  readonly doors: readonly DoorName[];
}
