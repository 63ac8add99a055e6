import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { actorOf } from '../access/officers.service';
import { Audit } from '../audit/audit';
import { Clock } from '../platform/clock';
import { nextOf } from '../platform/database/counter';
import { Database } from '../platform/database/database';
import { NotFound, WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { bangkokDay, fiscalYearOf, instantAt, parseDay } from '../platform/thai/dates';
import { toArabic } from '../platform/thai/digits';
import { RegisterTexts } from '../vault/register-texts';
import type { UnitCode } from '../vault/units';
import { Breach, BreachLine } from './breach.entity';
import type { BreachInput } from './breach.inputs';
import type { NoticeState } from './breach.rules';
import { dueAt, personsAreOwed, regulatorState } from './breach.rules';

export interface BreachCard extends Pick<
  BreachLine,
  'no' | 'enteredAt' | 'noticedAt' | 'kinds' | 'persons' | 'risk' | 'regulatorToldAt' | 'personsToldOn'
> {
  readonly enteredBy: string | null;
  /** Until when the regulator is to be told. */
  readonly dueAt: string;
  readonly regulator: NoticeState;
  readonly personsOwed: boolean;
}

export interface BreachEntry extends BreachCard {
  readonly id: string;
  /** `2570/1`: fiscal year and number within it. */
  readonly reference: string;
}

export interface BreachSheet extends BreachEntry {
  readonly mayWrite: boolean;
  /** Everything that was ever entered, oldest first. `words` is null where there are none or they are not hers to read. */
  readonly lines: readonly (BreachCard & { readonly words: string | null })[];
}

const REGISTER = 'breach';
const MOST = 500;

/** The units that keep the register, and open its words; an auditor reads what is no word. */
const KEEPERS: readonly UnitCode[] = ['desk', 'executive'];

type Known = Pick<
  BreachLine,
  'noticedAt' | 'kinds' | 'persons' | 'risk' | 'regulatorToldAt' | 'personsToldOn' | 'wordsText'
>;

/** The register of personal-data breaches (PDPA s.37(4)). Nothing is changed or deleted: a correction is one more line. */
@Injectable()
export class Breaches {
  constructor(
    private readonly database: Database,
    private readonly texts: RegisterTexts,
    private readonly directory: Directory,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws WrongFields NobodyToRead */
  async enter(looker: Looker, input: BreachInput): Promise<BreachEntry> {
    return this.database.write(async (em) => {
      const { province } = looker;
      const fiscalYear = fiscalYearOf(bangkokDay(this.clock.now()));
      const no = await nextOf(em, province, `breach-${fiscalYear}`);
      const breach: Breach = { id: newId(), province, fiscalYear, no };
      await em.insert(Breach, breach);
      return this.add(looker, breach, 1, input);
    });
  }

  /** @throws NotFound WrongFields NobodyToRead */
  async correct(looker: Looker, id: string, input: BreachInput): Promise<BreachEntry> {
    return this.database.write(async () => {
      const breach = await this.find(looker, id);
      return this.add(looker, breach, (await this.linesOf([breach.id])).length + 1, input);
    });
  }

  /** Newest first; the page shows them all, for there are few. */
  async list(looker: Looker): Promise<{ readonly breaches: readonly BreachEntry[]; readonly mayWrite: boolean }> {
    const order = { fiscalYear: 'DESC', no: 'DESC' } as const;
    const where = { province: looker.province };
    const breaches = await this.database.reader.find(Breach, { where, order, take: MOST });
    const lines = await this.linesOf(breaches.map(({ id }) => id));
    const newest = new Map(lines.map((line) => [line.breachId, line]));
    const names = await this.directory.names([...newest.values()].map(({ enteredBy }) => enteredBy));
    await this.audit.record({ actor: actorOf(looker), act: 'breaches.read', subjectKind: 'breaches', data: {} });
    const entries = breaches.flatMap((breach) => {
      const line = newest.get(breach.id);
      return line ? [this.entry(breach, line, names)] : [];
    });
    return { breaches: entries, mayWrite: mayWrite(looker) };
  }

  /** @throws NotFound */
  async see(looker: Looker, id: string): Promise<BreachSheet> {
    const breach = await this.find(looker, id);
    const lines = await this.linesOf([id]);
    const newest = lines.at(-1);
    if (!newest) throw new NotFound();
    const names = await this.directory.names(lines.map(({ enteredBy }) => enteredBy));
    const ids = mayWrite(looker) ? lines.flatMap(({ wordsText }) => wordsText ?? []) : [];
    const texts = await this.texts.read(looker, id, ids);
    const subject = { subjectKind: 'breach', subjectId: id };
    await this.audit.record({ actor: actorOf(looker), act: 'breaches.read', ...subject, data: {} });
    return {
      ...this.entry(breach, newest, names),
      mayWrite: mayWrite(looker),
      lines: lines.map((line) => ({ ...this.card(line, names), words: texts.get(line.wordsText ?? '') ?? null })),
    };
  }

  private async add(looker: Looker, breach: Breach, no: number, input: BreachInput): Promise<BreachEntry> {
    const { id: breachId, province } = breach;
    const known = await this.known(input, { province, register: REGISTER, entryId: breachId });
    const at = { enteredAt: this.clock.now(), enteredBy: looker.officerId };
    const line: BreachLine = { id: newId(), breachId, no, ...at, ...known };
    await this.database.write((em) => em.insert(BreachLine, line));
    const subject = { subjectKind: 'breach', subjectId: breachId };
    await this.audit.record({ actor: actorOf(looker), act: 'breaches.written', ...subject, data: { line: no } });
    return this.entry(breach, line, await this.directory.names([looker.officerId]));
  }

  private async known(input: BreachInput, entry: Parameters<RegisterTexts['seal']>[0]): Promise<Known> {
    const noticedAt = this.moment('noticed', input.noticedOn, input.noticedTime);
    const { regulatorToldOn, regulatorToldTime = '', personsToldOn, words } = input;
    const told = regulatorToldOn ? this.moment('regulatorTold', regulatorToldOn, regulatorToldTime) : null;
    if (told !== null && told < noticedAt) throw WrongFields.one('regulatorToldOn', BEFORE);
    const personsTold = personsToldOn ? this.day('personsToldOn', personsToldOn) : null;
    if (personsTold !== null && personsTold < bangkokDay(noticedAt)) throw WrongFields.one('personsToldOn', BEFORE);
    const { kinds, persons = null, risk } = input;
    const wordsText = words ? await this.texts.seal(entry, words, KEEPERS) : null;
    return { noticedAt, kinds, persons, risk, regulatorToldAt: told, personsToldOn: personsTold, wordsText };
  }

  /** Of the fields `…On` and `…Time`; not in the future. */
  private moment(field: string, dayText: string, timeText: string): string {
    const day = this.day(`${field}On`, dayText);
    const [, hour = '', minute] = /^(\d{1,2})[.:](\d{2})$/.exec(toArabic(timeText)) ?? [];
    const time = `${hour.padStart(2, '0')}:${minute}`;
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw WrongFields.one(`${field}Time`, TIME);
    const instant = instantAt(day, time);
    if (instant > this.clock.now()) throw WrongFields.one(`${field}On`, FUTURE);
    return instant;
  }

  private day(field: string, text: string): string {
    const day = parseDay(text);
    if (day === null) throw WrongFields.one(field, DAY);
    if (day > bangkokDay(this.clock.now())) throw WrongFields.one(field, FUTURE);
    return day;
  }

  private async find({ province }: Looker, id: string): Promise<Breach> {
    const found = /^[0-9a-z]{26}$/.test(id) && (await this.database.reader.findOneBy(Breach, { id, province }));
    if (!found) throw new NotFound();
    return found;
  }

  private async linesOf(ids: readonly string[]): Promise<readonly BreachLine[]> {
    if (ids.length === 0) return [];
    return this.database.reader.find(BreachLine, { where: { breachId: In([...ids]) }, order: { no: 'ASC' } });
  }

  private entry(breach: Breach, line: BreachLine, names: ReadonlyMap<string, string>): BreachEntry {
    return { id: breach.id, reference: `${breach.fiscalYear}/${breach.no}`, ...this.card(line, names) };
  }

  private card(line: BreachLine, names: ReadonlyMap<string, string>): BreachCard {
    const { no, enteredAt, noticedAt, kinds, persons, risk, regulatorToldAt, personsToldOn } = line;
    return {
      ...{ no, enteredAt, noticedAt, kinds, persons, risk, regulatorToldAt, personsToldOn },
      enteredBy: names.get(line.enteredBy) ?? null,
      dueAt: dueAt(noticedAt),
      regulator: regulatorState(line, this.clock.now()),
      personsOwed: personsAreOwed(line),
    };
  }
}

const mayWrite = (looker: Looker): boolean => may(looker, 'breaches.keep') !== null;

const DAY = say('ไม่ใช่วันที่ เช่น ๒๑ พ.ย. ๒๕๖๙', 'This is not a day, such as 21 Nov 2026.');
const TIME = say('ไม่ใช่เวลา เช่น ๑๔.๓๐', 'This is not a time, such as 14:30.');
const FUTURE = say('วันเวลานี้ยังมาไม่ถึง', 'This has not come yet.');
const BEFORE = say('ก่อนเวลาที่ทราบเหตุ', 'This is before it was noticed.');
