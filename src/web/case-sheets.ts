import { Injectable } from '@nestjs/common';
import { allegationParts } from '../cases/allegation-words';
import type { Looker } from '../access/looker';
import { Audit } from '../audit/audit';
import type { Approval } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { allowedActs } from '../cases/moves.rules';
import type { Referral } from '../cases/referral.entity';
import { Referrals } from '../cases/referrals';
import { Story } from '../cases/story';
import type { LineKind } from '../cases/story-line';
import type { ClockStanding } from '../deadlines/case-clocks';
import { CaseClocks } from '../deadlines/case-clocks';
import { Clock } from '../platform/clock';
import { Holds } from '../records/holds';
import type { HoldKind } from '../records/legal-hold.entity';
import { standingOf } from '../reporters/standing.rules';
import { FROM_THE_REPORTER } from '../reporters/thread.rules';
import { Indexing } from '../search/indexing';
import { CaseLetters } from './case-letters';
import { concernedBy, CaseNames } from './case-names';
import type { KnownNames } from './case-names';
import type { CaseSheet, SheetApproval, SheetLine, SheetReferral } from './case-sheet';
import { CaseTexts } from './case-texts';
import type { OpenTexts } from './case-texts';
import { detailsOf, headOf, referralOf } from './case-sheet.rules';
import { doorsFor } from './doors.rules';
import type { Sight } from './sight.rules';
import { isTold, mayDecide, sightOf } from './sight.rules';

/** Everything of a case that was read; not yet cleared for anybody. */
interface Read {
  readonly looker: Looker;
  readonly file: CaseFile;
  readonly sight: Sight;
  readonly story: readonly CaseEvent[];
  readonly clocks: readonly ClockStanding[];
  readonly referrals: readonly Referral[];
  readonly approvals: readonly Approval[];
  readonly holds: readonly HoldKind[];
}

/** When the reporter opened or renewed her code, wrote, asked, was afraid: those who handle the case may know, nobody else. */
const OF_THE_REPORTER: readonly LineKind[] = ['claimed', 'receiptRenewed', 'rated', ...FROM_THE_REPORTER];

/** Lays a case file before one looker, cleared of what she may not see. */
@Injectable()
export class CaseSheets {
  constructor(
    private readonly cases: Cases,
    private readonly story: Story,
    private readonly clocks: CaseClocks,
    private readonly referrals: Referrals,
    private readonly approvals: Approvals,
    private readonly texts: CaseTexts,
    private readonly letters: CaseLetters,
    private readonly names: CaseNames,
    private readonly holds: Holds,
    private readonly indexing: Indexing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Who has looked stands in the audit trail. @throws CaseNotFound */
  async see(looker: Looker, number: string): Promise<CaseSheet> {
    const read = await this.read(looker, number);
    const texts = await this.texts.open(looker, read);
    const names = await this.names.of(read, looker.hidden);
    await this.audit.record({
      actor: { kind: 'officer', id: looker.officerId },
      act: 'case.seen',
      subjectKind: 'case',
      subjectId: read.file.id,
      data: { sight: read.sight },
    });
    if (read.sight === 'handling') await this.indexing.keepUp(looker, read.file);
    return { ...this.sheetOf(read, texts, names), ...(await this.letters.of(read, texts)) };
  }

  private async read(looker: Looker, number: string): Promise<Read> {
    const file = await this.cases.find(looker, number);
    const sight = sightOf(looker, file);
    const all = await this.referrals.of(file.id);
    const referrals = sight === 'own' ? all.filter(({ agencyCode }) => agencyCode === looker.agencyCode) : all;
    const own = referrals.map(({ id }) => id);
    const clocks = await this.clocks.of(file.id);
    return {
      ...{ looker, file, sight, referrals },
      story: (await this.story.of(file.id)).filter((line) => isTold(sight, own, line)),
      clocks: clocks.filter(({ referralId }) => sight !== 'own' || (referralId !== null && own.includes(referralId))),
      approvals: sight === 'own' ? [] : await this.approvals.waiting(file.id),
      holds: sight === 'handling' ? await this.holds.standing(file.id) : [],
    };
  }

  private sheetOf(read: Read, texts: OpenTexts, names: KnownNames): Omit<CaseSheet, 'letters' | 'checkIns'> {
    const { looker, file, sight, story, clocks, referrals, approvals } = read;
    const now = this.clock.now();
    const nextDueAt = sight === 'own' ? nextOf(clocks) : file.nextDueAt;
    const told = story.map(({ kind, at, toStatus }) => ({ kind, at, to: toStatus }));
    return {
      ...headOf(file),
      ...{ sight, nextDueAt, clocks, holds: read.holds },
      overdue: file.open && nextDueAt !== null && nextDueAt < now,
      details: sight === 'handling' ? detailsOf(file, names) : null,
      steps: sight === 'own' ? [] : standingOf(file, told, clocks, now).steps,
      allegation: partsOf(texts.of(file.allegationItem)),
      referrals: referrals.map((one): SheetReferral => referralOf(one, names, texts.of(one.packItem))),
      approvals: approvals.map((one) => approvalOf(looker, one, texts, names)),
      story: story
        .filter(({ kind }) => sight === 'handling' || !OF_THE_REPORTER.includes(kind))
        .map((line) => lineOf(line, texts, names)),
      allowed: allowedActs(file.status),
      doors: doorsFor(looker, file),
    };
  }
}

const partsOf = (text: string | null): CaseSheet['allegation'] => (text === null ? null : allegationParts(text));

/** The earliest of the clocks that run. */
const nextOf = (clocks: readonly ClockStanding[]): string | null =>
  clocks
    .filter(({ state }) => state === 'running')
    .map(({ dueAt }) => dueAt)
    .sort()[0] ?? null;

const approvalOf = (looker: Looker, one: Approval, texts: OpenTexts, names: KnownNames): SheetApproval => ({
  kind: one.kind,
  subjectId: one.subjectId,
  askedAt: one.askedAt,
  askedBy: names.officer(one.askedBy)?.name ?? null,
  data: one.data,
  reason: texts.of(one.reasonItem),
  isOwn: one.askedBy === looker.officerId,
  mayDecide: mayDecide(looker, one),
});

const lineOf = (line: CaseEvent, texts: OpenTexts, names: KnownNames): SheetLine => ({
  kind: line.kind,
  at: line.at,
  by: { kind: line.byKind, name: line.byId === null ? null : (names.officer(line.byId)?.name ?? null) },
  data: line.data,
  concerns: names.officer(concernedBy(line.data))?.name ?? null,
  text: texts.of(line.itemId),
});
