import type { CaseFile } from '../cases/case-file.entity';
import type { Referral } from '../cases/referral.entity';
import type { KnownNames } from './case-names';
import type { SheetDetails, SheetHead, SheetReferral } from './case-sheet';

/** Columns are copied by name, so that a new column of the case file is shown to nobody by accident. */
export const headOf = (file: CaseFile): SheetHead => ({
  number: file.number,
  status: file.status,
  statusSince: file.statusSince,
  open: file.open,
  step: file.step,
  channel: file.channel,
  type: file.type,
  agencyCode: file.agencyCode,
  district: file.district,
  receivedAt: file.receivedAt,
  urgent: file.urgent,
  imported: file.imported,
});

export const detailsOf = (file: CaseFile, names: KnownNames): SheetDetails => ({
  registryNo: file.registryNo,
  registerNo: file.registerNo,
  queueTicket: file.queueTicket,
  enteredAt: file.enteredAt,
  identityKind: file.identityKind,
  reporterKind: file.reporterKind,
  corruptionAlleged: file.corruptionAlleged,
  riskArea: file.riskArea,
  accusedKind: file.accusedKind,
  occurredOn: file.occurredOn,
  secrecy: file.secrecy,
  severity: file.severity,
  reprisalFeared: file.reprisalFeared,
  protectionAsked: file.protectionAsked,
  waitingReporter: file.waitingReporter,
  finding: file.finding,
  outcome: file.outcome,
  reopenedCount: file.reopenedCount,
  oldDueOn: file.oldDueOn,
  takenUpAt: file.takenUpAt,
  assignee: names.officer(file.assignee),
  investigator: names.officer(file.investigator),
  enteredBy: names.officer(file.enteredBy),
  mergedInto: names.caseNumber(file.mergedInto),
});

export const referralOf = (one: Referral, names: KnownNames, pack: string | null): SheetReferral => ({
  id: one.id,
  agencyCode: one.agencyCode,
  recipientKind: one.recipientKind,
  purpose: one.purpose,
  lead: one.lead,
  state: one.state,
  sentAt: one.sentAt,
  letterNo: one.letterNo,
  letterDate: one.letterDate,
  dueAt: one.dueAt,
  closedAt: one.closedAt,
  toAgencyCode: one.toAgencyCode,
  unlistedName: names.unlisted(one.unlistedId),
  pack,
});
