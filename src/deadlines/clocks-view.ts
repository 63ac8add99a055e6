import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may, reach } from '../access/matrix';
import { Province } from '../agencies/agencies';
import type { Span } from '../agencies/profile.clocks';
import { numberIn } from '../cases/number-in';
import { Referrals } from '../cases/referrals';
import type { Status } from '../cases/moves.rules';
import { Clock } from '../platform/clock';
import type { Lang } from '../platform/http/language';
import type { CaseFile } from '../cases/case-file.entity';
import { Vault } from '../vault/vault';
import type { ClockSheet } from './clock-sheet';
import type { DeadlineExtension } from './deadline-extension.entity';
import type { DeadlinePause } from './deadline-pause.entity';
import type { Deadline } from './deadline.entity';
import { Deadlines } from './deadlines.service';
import { mayAskFor, mayDecide, refusalOf } from './extension.rules';

export interface ExtensionView extends Pick<
  DeadlineExtension,
  'id' | 'state' | 'unit' | 'amount' | 'askedAt' | 'grantor'
> {
  /** Only for whom it was sealed. */
  readonly reason: string | null;
  /** This looker may decide it, or undo what was granted. */
  readonly mine: boolean;
}

export interface RunView extends Pick<
  Deadline,
  | 'id'
  | 'clock'
  | 'clockNo'
  | 'startsAt'
  | 'dueAt'
  | 'nearAt'
  | 'state'
  | 'stoppedAt'
  | 'stopReason'
  | 'metInTime'
  | 'explanation'
> {
  /** Of a referral's clock: the agency that owes the answer. */
  readonly agencyCode: string | null;
  readonly pause: Pick<DeadlinePause, 'id' | 'from' | 'maxUntil'> | null;
  readonly extensions: readonly ExtensionView[];
  readonly mayPause: boolean;
  readonly mayEnd: boolean;
  /** The most that may be asked for now; null when nothing may. */
  readonly mayAsk: Span | null;
}

export interface ClocksSeen {
  readonly number: string;
  readonly status: Status;
  readonly now: string;
  readonly runs: readonly RunView[];
}

/** The clocks of a case as one looker sees them: what runs, why, and what she may do about it. */
@Injectable()
export class ClocksView {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly referrals: Referrals,
    private readonly vault: Vault,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<ClocksSeen> {
    const sheet = await this.deadlines.see(looker, number);
    const { file, rows } = sheet;
    const referrals = await this.referrals.of(file.id);
    const agencyOf = (id: string | null) => referrals.find((referral) => referral.id === id)?.agencyCode ?? null;
    const reasons = await this.reasons(looker, file, rows.extensions);
    const runs = rows.runs.map((run) => runView(looker, sheet, run, agencyOf(run.referralId), reasons));
    return { number: file.number, status: file.status, now: this.clock.now(), runs };
  }

  /** The agency by its name, for a page. */
  nameOf(agencyCode: string | null, lang: Lang): string | null {
    const agency = agencyCode === null ? undefined : this.province.agency(agencyCode);
    return (lang === 'en' ? agency?.nameEn : agency?.nameTh) ?? agencyCode;
  }

  /** A case number as the page's language writes it. */
  numberIn(lang: Lang, number: string): string {
    return numberIn(lang, this.province, number);
  }

  /** The desk reads every reason, the executive those that are hers to decide, nobody else any. */
  private reasons(
    looker: Looker,
    file: CaseFile,
    extensions: readonly DeadlineExtension[],
  ): Promise<ReadonlyMap<string, string>> {
    const all = reach(looker, 'case.content').includes('unit');
    const readable = extensions.filter(({ grantor }) => all || mayDecide(looker.roles, grantor));
    return this.vault.read(
      looker,
      file,
      readable.map(({ reasonItem }) => reasonItem),
    );
  }
}

function runView(
  looker: Looker,
  sheet: ClockSheet,
  run: Deadline,
  agencyCode: string | null,
  reasons: ReadonlyMap<string, string>,
): RunView {
  const rule = sheet.ruleOf(run);
  const extensions = sheet.extensionsOf(run);
  const isOpen = run.state !== 'stopped';
  const cap = rule.extension?.cap ?? null;
  const mayAsk = isOpen && mayAskFor(looker, run) && cap && !refusalOf(rule.extension, extensions, cap) ? cap : null;
  const { id, clock, clockNo, startsAt, dueAt, nearAt, state, stoppedAt, stopReason, metInTime, explanation } = run;
  return {
    ...{ id, clock, clockNo, startsAt, dueAt, nearAt, state, stoppedAt, stopReason, metInTime, explanation },
    agencyCode,
    pause: pauseView(sheet.openPauseOf(run)),
    extensions: extensions.map((one) => extensionView(looker, one, isOpen, reasons)),
    mayEnd: state === 'paused' && may(looker, 'case.pause') !== null,
    mayPause: state === 'running' && rule.pause.allowed && may(looker, 'case.pause') !== null,
    mayAsk,
  };
}

function extensionView(
  looker: Looker,
  extension: DeadlineExtension,
  isOpen: boolean,
  reasons: ReadonlyMap<string, string>,
): ExtensionView {
  const { id, state, unit, amount, askedAt, grantor, askedBy, reasonItem } = extension;
  const waits = state === 'asked' || state === 'granted';
  const mine = isOpen && waits && askedBy !== looker.officerId && mayDecide(looker.roles, grantor);
  return { id, state, unit, amount, askedAt, grantor, reason: reasons.get(reasonItem) ?? null, mine };
}

const pauseView = (pause: DeadlinePause | null): RunView['pause'] =>
  pause && { id: pause.id, from: pause.from, maxUntil: pause.maxUntil };
