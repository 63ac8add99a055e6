import { sql } from '../platform/database/sql';
import { addDays, instantAt } from '../platform/thai/dates';
import { DAYS } from './arrivals';
import type { DemoHouse } from './house';
import { OfficeTime } from './office-time';
import type { Person } from './people';
import { CONTACTS, People, peopleFor } from './people';
import { Planner } from './planner';
import { Random } from './random';
import { SAMPLES } from './samples';
import { Schedule } from './schedule';
import { caseStory } from './stories/case-story';
import { houseRoutine } from './stories/house-routine';
import { proceedingStory } from './stories/other-bodies';
import type { Stage } from './tale';
import { Tale } from './tale';
import { typeFigures } from './typed-figures';

/** The database is not empty: a made-up year never mixes with anything else. */
export class NotEmpty extends Error {}

export interface Filled {
  readonly people: readonly Person[];
  readonly cases: number;
  /** To be tried on the status page. */
  readonly shown: readonly { readonly number: string; readonly receipt: string }[];
}

interface Wanted {
  readonly cases: number;
  readonly seed: number;
  /** The year ends as this day begins: `YYYY-MM-DD` in Bangkok. */
  readonly today: string;
}

const CASES_A_PROCEEDING = 30;

/**
 * Fills an empty database with a made-up year, act by act through the services. The same day and seed give the same
 * people, dates, types, texts and counts; numbers of cases, receipts and keys are drawn anew each time.
 * @throws NotEmpty
 */
export async function fillHouse(
  house: DemoHouse,
  { cases, seed, today }: Wanted,
  tell: (line: string) => void,
): Promise<Filled> {
  await mustBeEmpty(house);
  const random = new Random(`phitak-demo/${seed}/${today}`);
  const time = new OfficeTime(house.calendar, instantAt(today, '00:00'));
  const planner = new Planner(house.province, time, random.fork('plan'));
  const from = addDays(today, -DAYS);
  house.clock.set(instantAt(addDays(from, -1), '09:00'));
  const everybody = peopleFor(planner.places.answering(CONTACTS));
  tell(`${everybody.length} people …`);
  const people = await People.open(house.officers, everybody);
  const stage: Stage = { house, people, places: planner.places, time, numbers: new Map(), receipts: new Map() };
  const schedule = new Schedule(house.clock, house.database, time.end);
  await schedule.add('the house', houseRoutine(house, from, time.end));
  for (const plan of planner.all(cases))
    await schedule.add(`case ${plan.no} (${plan.topic.code})`, caseStory(new Tale(plan, stage, random)));
  for (let no = 0; no < Math.max(6, Math.round(cases / CASES_A_PROCEEDING)); no++) {
    await schedule.add(`proceeding ${no}`, proceedingStory(stage, no, random.fork(`proceeding-${no}`)));
  }
  await schedule.run((day) => {
    if (day.endsWith('-01') || day === addDays(today, -1)) tell(`${day}: ${stage.numbers.size} of ${cases} cases`);
  });
  await typeFigures(house, people);
  house.clock.set(null);
  return { people: everybody, cases: stage.numbers.size, shown: shownOf(stage) };
}

async function mustBeEmpty({ database }: DemoHouse): Promise<void> {
  const [row] = await sql<{ cases: number; officers: number }>(
    database.reader,
    'SELECT (SELECT COUNT(*) FROM case_file) AS cases, (SELECT COUNT(*) FROM officer) AS officers',
  );
  if (Number(row?.cases) + Number(row?.officers) === 0) return;
  throw new NotEmpty(
    'The demo fills an empty database only, and this one holds cases or people. `npm start` serves it as it is; for a new demo set DATA_DIR to an empty folder.',
  );
}

function shownOf({ numbers, receipts }: Stage): Filled['shown'] {
  const shown = SAMPLES.flatMap((sample, no) => (sample.shown ? [no] : []));
  return shown.map((no) => ({ number: numbers.get(no) ?? '', receipt: receipts.get(no) ?? '' }));
}
