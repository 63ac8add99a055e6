import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { Unit } from '../agencies/codes';
import type { Grantor } from '../agencies/profile.clocks';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { NeedsSecondPerson } from '../cases/errors';
import type { LineKind } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Forbidden } from '../platform/errors';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import type { CompartmentKind } from '../vault/vault.entities';
import type { ClockSheet } from './clock-sheet';
import { ClockSheets } from './clock-sheets';
import type { DeadlineExtension } from './deadline-extension.entity';
import type { Deadline } from './deadline.entity';
import type { Which } from './deadlines.service';
import { Deadlines, about, openRun } from './deadlines.service';
import { AlreadyDecided, ClockNotFound, ExtensionImpossible } from './errors';
import { grantorOf, mayAskFor, mayDecide, refusalOf } from './extension.rules';

/** More time: asked with a reason, decided by somebody else, capped, and undone if need be (DOMAIN §4). */
@Injectable()
export class Extensions {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly cases: Cases,
    private readonly sheets: ClockSheets,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** `unit`: the cap's, unless said otherwise. @throws ClockNotFound, ExtensionImpossible */
  async ask(
    looker: Looker,
    number: string,
    input: Which & { amount: number; unit?: Unit; reason: string },
  ): Promise<CaseFile> {
    return this.deadlines.change(looker, number, async (sheet) => {
      const run = openRun(await this.askable(looker, sheet), input);
      const rule = sheet.ruleOf(run).extension;
      const earlier = sheet.extensionsOf(run);
      const unit = input.unit ?? rule?.cap.unit ?? 'c';
      const refusal = refusalOf(rule, earlier, { unit, amount: input.amount });
      if (!rule || refusal) throw new ExtensionImpossible(refusal ?? 'never');
      const grantor = grantorOf(rule, earlier, looker.roles);
      const asked: DeadlineExtension = {
        id: newId(),
        deadlineId: run.id,
        askedBy: looker.officerId,
        askedAt: this.clock.now(),
        unit,
        amount: input.amount,
        reasonItem: await this.vault.seal(sheet.file, readersOf(grantor), 'extension', input.reason),
        grantor,
        state: 'asked',
        decidedBy: null,
        decidedAt: null,
        undoneBy: null,
        undoneAt: null,
      };
      sheet.addExtension(asked);
      await this.tell(looker, sheet, run, asked, 'extensionAsked');
    });
  }

  /** @throws ClockNotFound, AlreadyDecided, Forbidden, NeedsSecondPerson */
  async decide(
    looker: Looker,
    number: string,
    id: string,
    verdict: { grant: boolean; reason?: string },
  ): Promise<CaseFile> {
    return this.deadlines.change(looker, number, async (sheet) => {
      const { run, extension } = find(sheet, id);
      if (extension.state !== 'asked') throw new AlreadyDecided();
      mustDecide(looker, extension);
      const state = verdict.grant ? 'granted' : 'refused';
      const readers = readersOf(extension.grantor);
      const decisionItem = await this.vault.sealIfAny(sheet.file, readers, 'decision', verdict.reason);
      sheet.settle(run, extension, { state, decidedBy: looker.officerId, decidedAt: this.clock.now() });
      const kind = verdict.grant ? 'extensionGranted' : 'extensionRefused';
      await this.tell(looker, sheet, run, extension, kind, decisionItem);
    });
  }

  /** As if it had never been granted. @throws ClockNotFound, AlreadyDecided, Forbidden, NeedsSecondPerson */
  async undo(looker: Looker, number: string, id: string): Promise<CaseFile> {
    return this.deadlines.change(looker, number, async (sheet) => {
      const { run, extension } = find(sheet, id);
      if (extension.state !== 'granted') throw new AlreadyDecided();
      mustDecide(looker, extension);
      sheet.settle(run, extension, { state: 'undone', undoneBy: looker.officerId, undoneAt: this.clock.now() });
      await this.tell(looker, sheet, run, extension, 'extensionUndone');
    });
  }

  /** The open runs within this looker's reach for which she may ask. */
  private async askable(looker: Looker, { file, open }: ClockSheet): Promise<readonly Deadline[]> {
    const seen = await this.deadlines.within(looker, file, open);
    return seen.filter((run) => mayAskFor(looker, run));
  }

  private async tell(
    looker: Looker,
    sheet: ClockSheet,
    run: Deadline,
    extension: DeadlineExtension,
    kind: LineKind,
    itemId: string | null = extension.reasonItem,
  ): Promise<void> {
    await this.sheets.save(sheet);
    const { id, unit, amount, grantor } = extension;
    const data = { ...about(run), extension: id, unit, amount, grantor, due: run.dueAt };
    await this.cases.tell(sheet.file, { kind, by: officer(looker), data, itemId });
  }
}

/** Whoever decides must be able to read why: the executive reads no desk work. */
export const readersOf = (grantor: Grantor): CompartmentKind => (grantor === 'executive' ? 'report' : 'work');

/** Only while the clock runs: the past is not moved. */
function find(sheet: ClockSheet, id: string): { readonly run: Deadline; readonly extension: DeadlineExtension } {
  for (const run of sheet.open) {
    const extension = sheet.extensionsOf(run).find((one) => one.id === id);
    if (extension) return { run, extension };
  }
  throw new ClockNotFound();
}

function mustDecide(looker: Looker, { askedBy, grantor }: DeadlineExtension): void {
  if (askedBy === looker.officerId) throw new NeedsSecondPerson();
  if (!mayDecide(looker.roles, grantor)) throw new Forbidden();
}
