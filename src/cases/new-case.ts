import { bangkokDay } from '../platform/thai/dates';
import type { CaseFile } from './case-file.entity';
import type { AccusedKind, CorruptionAlleged, IdentityKind, ReporterKind } from './codes';
import type { Status } from './moves.rules';
import { isClosed, stepOf } from './moves.rules';

/** What is known when a complaint arrives, by whichever channel. */
export interface NewCase {
  readonly channel: string;
  readonly receivedAt: string;
  readonly enteredBy?: string | null;
  readonly identityKind: IdentityKind;
  readonly reporterKind?: ReporterKind | null;
  readonly type: string;
  readonly corruptionAlleged?: CorruptionAlleged | null;
  readonly accusedKind?: AccusedKind | null;
  readonly agencyCode?: string | null;
  readonly district: string;
  readonly occurredOn?: string | null;
  readonly handledBy?: 'alternative' | null;
  readonly registryNo?: string | null;
  readonly queueTicket?: string | null;
  readonly reprisalFeared?: boolean;
  readonly protectionAsked?: boolean;
  /** Imported history only: where it enters the table of moves. */
  readonly status?: Status;
  readonly imported?: { readonly register: string; readonly key: string; readonly dueOn: string | null };
}

type Given = Pick<CaseFile, 'id' | 'province' | 'fiscalYear' | 'number' | 'registerNo' | 'enteredAt'>;

export function blankCase(opening: NewCase, given: Given): CaseFile {
  const status = opening.status ?? 'received';
  const { imported } = opening;
  return {
    ...given,
    registryNo: opening.registryNo ?? null,
    queueTicket: opening.queueTicket ?? null,
    channel: opening.channel,
    receivedAt: opening.receivedAt,
    receivedOn: bangkokDay(opening.receivedAt),
    enteredBy: opening.enteredBy ?? null,
    identityKind: opening.identityKind,
    reporterKind: opening.reporterKind ?? null,
    handledBy: opening.handledBy ?? null,
    type: opening.type,
    corruptionAlleged: opening.corruptionAlleged ?? null,
    riskArea: null,
    accusedKind: opening.accusedKind ?? null,
    agencyCode: opening.agencyCode ?? null,
    district: opening.district,
    occurredOn: opening.occurredOn ?? null,
    // Every report is held at corruption-level protection until step 2 has sorted it (DOMAIN §2).
    secrecy: 'secret',
    severity: null,
    urgent: false,
    reprisalFeared: opening.reprisalFeared ?? false,
    protectionAsked: opening.protectionAsked ?? false,
    status,
    statusSince: opening.receivedAt,
    open: !isClosed(status),
    step: stepOf(status),
    assignee: null,
    investigator: null,
    finding: null,
    outcome: imported && isClosed(status) ? 'unstated' : null,
    reopenedCount: 0,
    mergedInto: null,
    waitingReporter: false,
    nextDueAt: null,
    imported: imported !== undefined,
    importRegister: imported?.register ?? null,
    importKey: imported?.key ?? null,
    oldDueOn: imported?.dueOn ?? null,
    takenUpAt: null,
    allegationItem: null,
    identityItem: null,
    disposedAt: null,
  };
}
