import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Looker } from '../access/looker';
import { Cases } from '../cases/cases';
import type { LineKind } from '../cases/story-line';
import { officer } from '../cases/story-line';
import type { Day } from '../deadlines/calendar.rules';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere } from '../platform/database/sql';
import { WrongFields } from '../platform/errors';
import { newId } from '../platform/ids';
import { bangkokDay } from '../platform/thai/dates';
import { readDay } from '../platform/http/letters';
import { LastLimit, LetterAlreadyEntered, LimitDoesNotRun, LimitHasNotEnded, LimitNotFound } from './errors';
import type { LegalLimit } from './legal-limit.entity';
import type { LimitExtension } from './limit-extension.entity';
import { SAY_MOVES_ON, readExtension, readLimit } from './limit-reading';
import type { LimitSheet } from './limit-sheets';
import { LimitSheets, standing } from './limit-sheets';
import { blankLimit } from './limit-writing';
import type { EndingInput, LegalExtensionInput, LimitChange, LimitInput, MistakeInput } from './limit.inputs';
import type { Proceeding } from './proceeding.entity';
import type { LockedProceeding } from './proceedings.service';
import { Proceedings } from './proceedings.service';

/** What is written down of one act. */
interface Told {
  readonly act: string;
  /** Null: nothing for the story of the case. */
  readonly line: LineKind | null;
}

/**
 * Legal limits of proceedings, typed in from the letters of the body. Their extensions alone feed indicator 3.1; an
 * extension that the desk grants itself is another table and another room.
 */
@Injectable()
export class LegalLimits {
  constructor(
    private readonly database: Database,
    private readonly proceedings: Proceedings,
    private readonly sheets: LimitSheets,
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  /** The next stage of a proceeding. @throws ProceedingNotFound WrongFields */
  add(looker: Looker, id: string, input: LimitInput): Promise<Proceeding> {
    return this.write(looker, id, async (em, locked) => {
      const { proceeding } = locked;
      const no = (await this.sheets.of([id])).length + 1;
      const blank = blankLimit(proceeding, no, input.stage, { by: looker.officerId, at: this.clock.now() });
      const limit = { ...blank, ...this.read(input, blank, proceeding), ...endedWith(proceeding) };
      const sheet: LimitSheet = { limit, extensions: [] };
      await this.sheets.save(em, sheet);
      await this.tell(looker, locked, sheet, { act: 'limit.add', line: null });
    });
  }

  /** @throws ProceedingNotFound LimitNotFound LimitDoesNotRun WrongFields */
  correct(looker: Looker, id: string, no: string, input: LimitChange): Promise<Proceeding> {
    return this.write(looker, id, async (em, locked) => {
      const sheet = await this.sheetOf(id, no);
      if (sheet.limit.state === 'taken_back') throw new LimitDoesNotRun();
      Object.assign(sheet.limit, this.read(input, sheet.limit, locked.proceeding));
      this.mustMoveOn(sheet, 'amount');
      await this.sheets.save(em, sheet);
      await this.tell(looker, locked, sheet, { act: 'limit.correct', line: 'legalLimitMended' });
    });
  }

  /**
   * An extension by the body. More or longer than the profile's rule knows is taken and warned of: the letter is a fact.
   * @throws ProceedingNotFound LimitNotFound LimitDoesNotRun LetterAlreadyEntered WrongFields
   */
  extend(looker: Looker, id: string, no: string, input: LegalExtensionInput): Promise<Proceeding> {
    return this.write(looker, id, async (em, locked) => {
      const sheet = await this.sheetOf(id, no);
      if (sheet.limit.state !== 'running') throw new LimitDoesNotRun();
      sheet.extensions.push(this.extensionOf(looker, sheet, input));
      this.mustMoveOn(sheet, input.until === undefined ? 'amount' : 'until');
      await this.sheets.save(em, sheet).catch((error: unknown) => {
        throw isAlreadyThere(error) ? new LetterAlreadyEntered() : error;
      });
      await this.tell(looker, locked, sheet, { act: 'limit.extend', line: 'legalLimitExtended' });
    });
  }

  /** It stays on record and counts no more. @throws ProceedingNotFound LimitNotFound */
  takeBackExtension(
    looker: Looker,
    id: string,
    no: string,
    extension: string,
    { reason }: MistakeInput,
  ): Promise<Proceeding> {
    return this.write(looker, id, async (em, locked) => {
      const sheet = await this.sheetOf(id, no);
      const found = standing(sheet).find((one) => String(one.no) === extension);
      if (!found || sheet.limit.state === 'taken_back') throw new LimitNotFound();
      Object.assign(found, this.takenBack(looker, reason));
      await this.sheets.save(em, sheet);
      await this.tell(looker, locked, sheet, { act: 'limit.extension.takeBack', line: 'legalLimitMended' });
    });
  }

  /** A limit that is none. @throws ProceedingNotFound LimitNotFound LastLimit */
  takeBack(looker: Looker, id: string, no: string, { reason }: MistakeInput): Promise<Proceeding> {
    return this.write(looker, id, async (em, locked) => {
      const sheet = await this.sheetOf(id, no);
      if (sheet.limit.state === 'taken_back') throw new LimitNotFound();
      const others = (await this.sheets.of([id])).filter(({ limit }) => limit.state !== 'taken_back');
      if (others.length < 2) throw new LastLimit();
      Object.assign(sheet.limit, this.takenBack(looker, reason), { state: 'taken_back' });
      await this.sheets.save(em, sheet);
      await this.tell(looker, locked, sheet, { act: 'limit.takeBack', line: 'legalLimitMended' });
    });
  }

  /** Decided, given away or withdrawn, by a letter; entered again, it is corrected. @throws ProceedingNotFound LimitNotFound LimitDoesNotRun WrongFields */
  end(looker: Looker, id: string, no: string, { reason, letterNo, ...input }: EndingInput): Promise<Proceeding> {
    return this.write(looker, id, async (em, locked) => {
      const sheet = await this.sheetOf(id, no);
      const { limit } = sheet;
      if (limit.state === 'taken_back') throw new LimitDoesNotRun();
      const today = this.today();
      Object.assign(limit, {
        state: 'ended',
        endReason: reason,
        endedOn: readDay('endedOn', input.endedOn, { notBefore: limit.startsOn, notAfter: today }),
        endLetterNo: letterNo,
        endLetterDate: readDay('letterDate', input.letterDate, { notAfter: today }),
      } satisfies Partial<LegalLimit>);
      await this.sheets.save(em, sheet);
      await this.tell(looker, locked, sheet, { act: 'limit.end', line: 'legalLimitEnded' });
    });
  }

  /** The end was entered by mistake: it runs on. @throws ProceedingNotFound LimitNotFound LimitHasNotEnded */
  takeBackEnding(looker: Looker, id: string, no: string): Promise<Proceeding> {
    return this.write(looker, id, async (em, locked) => {
      const sheet = await this.sheetOf(id, no);
      const { state, endReason } = sheet.limit;
      if (state !== 'ended' || endReason === 'proceeding') throw new LimitHasNotEnded();
      Object.assign(sheet.limit, RUNNING, endedWith(locked.proceeding));
      await this.sheets.save(em, sheet);
      await this.tell(looker, locked, sheet, { act: 'limit.ending.takeBack', line: 'legalLimitMended' });
    });
  }

  private async write(
    looker: Looker,
    id: string,
    act: (em: EntityManager, locked: LockedProceeding) => Promise<void>,
  ): Promise<Proceeding> {
    return this.database.write(async (em) => {
      const locked = await this.proceedings.lock(em, looker, id);
      await act(em, locked);
      return locked.proceeding;
    });
  }

  private async sheetOf(id: string, no: string): Promise<LimitSheet> {
    const sheet = (await this.sheets.of([id])).find(({ limit }) => String(limit.no) === no);
    if (!sheet) throw new LimitNotFound();
    return sheet;
  }

  private read(input: LimitChange, before: LegalLimit, { openedOn }: Proceeding) {
    return readLimit(input, before, (stage) => this.sheets.ruleOf(stage), { openedOn, today: this.today() });
  }

  private extensionOf(looker: Looker, sheet: LimitSheet, input: LegalExtensionInput): LimitExtension {
    const { limit, extensions } = sheet;
    const today = this.today();
    const letterDate = readDay('letterDate', input.letterDate, { notAfter: today });
    const { receivedOn } = input;
    return {
      id: newId(),
      limitId: limit.id,
      no: extensions.length + 1,
      ...readExtension(
        input,
        this.sheets.ruleOf(limit.stage).extension.cap?.unit ?? limit.unit ?? undefined,
        limit.dueOn,
      ),
      dueOn: limit.dueOn,
      letterNo: input.letterNo,
      letterDate,
      receivedOn:
        receivedOn === undefined ? null : readDay('receivedOn', receivedOn, { notBefore: letterDate, notAfter: today }),
      enteredBy: looker.officerId,
      enteredAt: this.clock.now(),
      takenBackAt: null,
      takenBackBy: null,
      takenBackWhy: null,
    };
  }

  /** Every extension ends later than what it extends. */
  private mustMoveOn(sheet: LimitSheet, field: string): void {
    const days = this.sheets.dueDays(sheet);
    const stands = days.some((day, at) => at > 0 && day <= (days[at - 1] ?? ''));
    if (stands) throw WrongFields.one(field, SAY_MOVES_ON);
  }

  private takenBack({ officerId }: Looker, takenBackWhy: MistakeInput['reason']) {
    return { takenBackAt: this.clock.now(), takenBackBy: officerId, takenBackWhy };
  }

  private async tell(looker: Looker, locked: LockedProceeding, { limit }: LimitSheet, { act, line }: Told) {
    const { proceeding, file } = locked;
    const { no, stage, state, dueOn, endedOn } = limit;
    if (file && line) {
      const data = { proceedingId: proceeding.id, limit: no, stage, dueOn };
      await this.cases.tell(file, { kind: line, by: officer(looker), data });
    }
    await this.proceedings.note(looker, act, proceeding, { limit: no, stage, state, dueOn, endedOn });
  }

  private today(): Day {
    return bangkokDay(this.clock.now());
  }
}

const RUNNING = {
  state: 'running',
  endReason: null,
  endedOn: null,
  endLetterNo: null,
  endLetterDate: null,
} as const satisfies Partial<LegalLimit>;

/** No limit runs in a proceeding that has ended. */
const endedWith = ({ endedOn }: Proceeding): Partial<LegalLimit> =>
  endedOn === null ? {} : { state: 'ended', endReason: 'proceeding', endedOn };
