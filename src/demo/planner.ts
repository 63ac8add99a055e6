import type { Province } from '../agencies/agencies';
import type { Finding, IdentityKind, ReporterKind } from '../cases/codes';
import type { Arrival } from './arrivals';
import { arrivalOn, daysOfTheYear, drawDay } from './arrivals';
import type { OfficeTime } from './office-time';
import type { Pace } from './pace';
import { Places } from './places';
import type { CasePlan, Course, Turn } from './plan';
import { TURNS } from './plan';
import type { Random } from './random';
import type { Sample } from './samples';
import { SAMPLES } from './samples';
import { ENDINGS } from './words/endings';
import type { Topic } from './words/topic';
import { TOPICS, topicOf } from './words/topics';

/** How often, of a hundred cases of that kind; what is not here comes with a sample only. */
const SHARES: Readonly<Partial<Record<Turn, number>>> = {
  question: 6,
  comment: 12,
  reclassified: 5,
  endingRefused: 8,
  withdrawalRefused: 25,
  interim: 18,
  notOurs: 6,
  several: 14,
  self: 16,
  recalled: 2,
  moreTime: 9,
  moreTimeRefused: 3,
  sentBack: 3,
  lookAgain: 4,
  toldBefore: 45,
  recordRefused: 3,
  improvement: 30,
  reopened: 3,
  ruling: 75,
  overturned: 12,
  proceeding: 50,
};

/** Draws the complaints of the made-up year. Every case has draws of its own, by its number. */
export class Planner {
  readonly places: Places;
  private readonly days: ReturnType<typeof daysOfTheYear>;

  constructor(
    private readonly province: Province,
    private readonly time: OfficeTime,
    private readonly random: Random,
  ) {
    this.places = new Places(province);
    this.days = daysOfTheYear(time);
  }

  /** The samples first. */
  all(count: number): readonly CasePlan[] {
    const plans: CasePlan[] = SAMPLES.map((sample, no) => this.sample(sample, no));
    for (let no = plans.length; no < count; no++) plans.push(this.one(no, plans));
    return plans;
  }

  private sample(sample: Sample, no: number): CasePlan {
    const random = this.random.fork(`case-${no}`);
    const arrival = arrivalOn(this.time.lastDays(sample.ago), this.time, random, 'website');
    const early = { ...arrival, receivedAt: this.time.onOrAfter(this.time.lastDays(sample.ago), random) };
    const mainNo = SAMPLES.findIndex(({ name }) => name === sample.main);
    return {
      ...this.drawn(no, topicOf(sample.topic), early, random),
      sample: true,
      pace: 'brisk',
      course: sample.course ?? 'through',
      mainNo: mainNo < 0 ? null : mainNo,
      finding: 'founded',
      turns: new Set(sample.turns),
      halt: sample.halt,
    };
  }

  private one(no: number, before: readonly CasePlan[]): CasePlan {
    const random = this.random.fork(`case-${no}`);
    const course = random.weighted<Course>([['through', 84], ['end', 9], ['merge', 4], ['withdraw', 3]]); // prettier-ignore
    const main = course === 'merge' ? this.mainOf(before, random) : undefined;
    if (main) return this.again(no, main, random);
    const topic = random.weighted(TOPICS.map((one) => [one, one.weight] as const));
    const plan = this.drawn(no, topic, this.arrival(topic, random), random);
    return { ...plan, course: course === 'merge' ? 'through' : course };
  }

  private drawn(no: number, topic: Topic, arrival: Arrival, random: Random): CasePlan {
    const place = this.places.draw(random);
    const accusation = this.province.isAccusation(topic.type);
    return {
      ...{ no, topic, place, arrival },
      sample: false,
      agency: this.places.office(random.one(topic.offices), place),
      identity: random.weighted<IdentityKind>(
        accusation ? [['anonymous', 5], ['confidential', 4], ['open', 1]] : [['anonymous', 2], ['confidential', 4], ['open', 4]], // prettier-ignore
      ),
      reporterKind: random.weighted<ReporterKind>([['citizen', 80], ['group', 6], ['same_office', accusation ? 10 : 0], ['other_official', 3], ['network', 2], ['agency', 1]]), // prettier-ignore
      pace: random.weighted<Pace>([['brisk', 25], ['usual', 58], ['slow', 15]]), // prettier-ignore
      course: 'through',
      ground: random.weighted(
        Object.entries(ENDINGS).map(([ground, { weight }]) => [ground as keyof typeof ENDINGS, weight] as const),
      ),
      mainNo: null,
      finding: random.weighted<Finding>(
        accusation ? [['founded', 38], ['unfounded', 40], ['insufficient', 22]] : [['founded', 76], ['unfounded', 19], ['insufficient', 5]], // prettier-ignore
      ),
      turns: new Set(TURNS.filter((turn) => random.chance((SHARES[turn] ?? 0) / 100))),
      halt: null,
    };
  }

  private arrival(topic: Topic, random: Random): Arrival {
    for (;;) {
      const day = drawDay(this.days, topic.season, random);
      const arrival = arrivalOn(day, this.time, random);
      if ((arrival.enteredAt ?? arrival.receivedAt) < this.time.end) return arrival;
    }
  }

  /** A case that takes weeks, so that it is still open when the second report of the same thing comes. */
  private mainOf(before: readonly CasePlan[], random: Random): CasePlan | undefined {
    const last = this.time.lastDays(15);
    const fit = before.filter(
      ({ course, pace, halt, turns, arrival }) =>
        course === 'through' && pace !== 'brisk' && halt === null && !turns.has('self') && arrival.receivedAt < last,
    );
    return fit.length > 0 ? random.one(fit) : undefined;
  }

  private again(no: number, main: CasePlan, random: Random): CasePlan {
    const day = (main.arrival.enteredAt ?? main.arrival.receivedAt).slice(0, 10);
    const arrival = arrivalOn(
      this.time.calendar.addWorkingDays(day, random.whole(1, 2)),
      this.time,
      random,
      'telephone',
    );
    const { topic, place, agency } = main;
    return {
      ...this.drawn(no, topic, arrival, random),
      place,
      agency,
      pace: 'brisk',
      course: 'merge',
      mainNo: main.no,
    };
  }
}
