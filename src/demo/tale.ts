import type { Looker } from '../access/looker';
import { thaiDate, addDays, bangkokDay } from '../platform/thai/dates';
import { toArabic, toThai } from '../platform/thai/digits';
import type { Status } from '../cases/moves.rules';
import type { DemoHouse } from './house';
import type { OfficeTime } from './office-time';
import type { Step } from './pace';
import { PACES } from './pace';
import type { People } from './people';
import type { Places } from './places';
import type { CasePlan, Turn } from './plan';
import type { Random } from './random';
import { fill, slotsOf } from './slots';
import type { Slots } from './slots';
import { PROGRESS } from './words/desk';

/** What all cases of the made-up year share. */
export interface Stage {
  readonly house: DemoHouse;
  readonly people: People;
  readonly places: Places;
  readonly time: OfficeTime;
  /** Numbers by the plan's number, as they are given. */
  readonly numbers: Map<number, string>;
  /** Receipts of samples that are to be shown, by the plan's number. */
  readonly receipts: Map<number, string>;
}

/** An act that has its instant. */
export interface Moment {
  readonly at: string;
  readonly act: () => Promise<unknown>;
}

/** Part of a script: may answer something to the part that called it. */
export type Part<T = void> = AsyncGenerator<string, T, void>;

const DAYS_BETWEEN_WORDS = 13;

/** One case while it is told: who handles it, where it stands, and its own draws. */
export class Tale {
  readonly random: Random;
  readonly officer: Looker;
  readonly accusation: boolean;
  number = '';
  /** 1, and 2 once it was reopened. */
  round = 1;
  status: Status = 'received';
  private readonly slots: Slots;
  private nextWordAt: string | null = null;

  constructor(
    readonly plan: CasePlan,
    readonly stage: Stage,
    random: Random,
  ) {
    const { topic, arrival, place, agency } = plan;
    this.random = random.fork(`tale-${plan.no}`);
    this.officer = stage.people.get(plan.sample ? 'officer' : this.random.one(['officer', 'officer2', 'officer3']));
    this.accusation = stage.house.province.isAccusation(topic.type) || topic.corruption !== 'no';
    this.slots = slotsOf(this.random.fork('slots'), arrival.receivedAt, place.words, agency.nameTh);
  }

  get house(): DemoHouse {
    return this.stage.house;
  }

  get head(): Looker {
    return this.stage.people.get('head');
  }

  get executive(): Looker {
    return this.stage.people.get('executive');
  }

  get now(): string {
    return this.house.clock.now();
  }

  takes(turn: Turn): boolean {
    return this.plan.turns.has(turn) && this.round === 1;
  }

  /** When somebody comes to a step, counted from `from`. */
  after(step: Step, from = this.now): string {
    return this.stage.time.after(from, this.random.whole(...PACES[this.plan.pace][step]), this.random);
  }

  later(least: number, most: number, from = this.now): string {
    return this.stage.time.after(from, this.random.whole(least, most), this.random);
  }

  /** As the public writes, digits as they are. */
  tell(texts: readonly string[]): string {
    return toArabic(fill(this.random.one(texts), this.slots));
  }

  /** As officers write: Thai digits. */
  write(texts: readonly string[]): string {
    const done = thaiDate(addDays(bangkokDay(this.now), -1));
    return toThai(fill(this.random.one(texts), { ...this.slots, done, subject: this.plan.topic.subject }));
  }

  /** The reporter has heard; the next word is due in two weeks or so. */
  heard(): void {
    this.nextWordAt = this.stage.time.onOrAfter(addDays(bangkokDay(this.now), DAYS_BETWEEN_WORDS), this.random);
  }

  /** She has her answer. */
  hearsNoMore(): void {
    this.nextWordAt = null;
  }

  /** Waits until an instant; meanwhile the reporter hears every two weeks how it stands. */
  async *until(at: string): Part {
    while (this.nextWordAt !== null && this.nextWordAt < at) {
      yield this.nextWordAt;
      await this.sendProgress();
    }
    yield at;
  }

  /** The moments in the order of time. */
  async *inTurn(moments: readonly Moment[]): Part {
    for (const { at, act } of [...moments].sort((one, other) => (one.at < other.at ? -1 : 1))) {
      yield* this.until(at);
      await act();
    }
  }

  /** A sample that is to stand here waits for the end of the made-up year. */
  async *restAt(status: Status): Part {
    if (this.plan.halt === status) yield* this.until(this.stage.time.end);
  }

  private async sendProgress(): Promise<void> {
    const words = this.status in PROGRESS ? PROGRESS[this.status as keyof typeof PROGRESS] : PROGRESS.referred;
    await this.house.words.say(this.officer, this.number, { text: this.write(words) });
    this.heard();
  }
}
