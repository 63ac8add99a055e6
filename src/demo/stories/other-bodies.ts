import type { LimitStage } from '../../agencies/codes';
import type { Body } from '../../proceedings/bodies';
import { addDays, bangkokDay } from '../../platform/thai/dates';
import type { DemoHouse } from '../house';
import type { OfficeTime } from '../office-time';
import type { People } from '../people';
import type { Random } from '../random';
import type { Script } from '../schedule';

/** Days of the legal limit, as the body's letter says (DOMAIN §4), and the letters' heads. */
const LIMITS: readonly (readonly [Exclude<Body, 'other' | 'court'>, number, string, number])[] = [
  ['NACC', 180, 'ปช', 5],
  ['PACC', 180, 'ปปท', 3],
  ['discipline', 120, 'มท', 4],
  ['prosecutor', 90, 'อส', 2],
  ['police', 90, 'ตช', 2],
];
const STAGES: Readonly<Partial<Record<Body, LimitStage>>> = { NACC: 'preliminary', discipline: 'discipline' };
const OPENED_BEFORE = 150;

/** A proceeding of another body, from its first letter to its end; every seventh legal limit is extended, one in all is sued over. */
export async function* proceedingStory(
  { house, people, time }: { readonly house: DemoHouse; readonly people: People; readonly time: OfficeTime },
  no: number,
  random: Random,
): Script {
  const [body, days, head] = random.weighted(LIMITS.map((limit) => [limit, limit[3]] as const));
  const officer = people.get('officer2');
  const openedOn = addDays(bangkokDay(time.end), -random.whole(40, 365 + OPENED_BEFORE));
  const dueOn = addDays(openedOn, days);
  const stage = STAGES[body] ?? 'other';
  const year = Number(openedOn.slice(0, 4)) + 543;
  const earliest = addDays(bangkokDay(time.end), -364);
  yield time.onOrAfter(openedOn > earliest ? addDays(openedOn, 4) : earliest, random);
  const { id } = await house.proceedings.enter(officer, {
    body,
    reference: `${head} ${no + 1}/${year}`,
    openedOn,
    stage,
    ...(stage === 'other' ? { dueOn } : {}),
    letterNo: `${head} ${no + 1}/${year}`,
    letterDate: openedOn,
  });
  const isExtended = no % 7 === 3;
  if (isExtended) {
    yield time.onOrAfter(addDays(dueOn, -3), random);
    const letterDate = addDays(dueOn, -5);
    const extension = { until: addDays(dueOn, 90), letterNo: `${head} ${no + 501}/${year}`, letterDate };
    await house.legalLimits.extend(officer, id, '1', extension);
  }
  if (no === 0) {
    yield time.onOrAfter(addDays(bangkokDay(house.clock.now()), 30), random);
    await house.proceedings.change(officer, id, { counterSuit: true });
  }
  const endedOn = addDays(dueOn, isExtended ? random.whole(20, 85) : -random.whole(2, 60));
  yield time.onOrAfter(addDays(endedOn, 3), random);
  await house.proceedings.change(officer, id, { endedOn });
}
