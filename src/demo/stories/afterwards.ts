import type { RulingInput } from '../../proceedings/ruling.inputs';
import { addDays, bangkokDay } from '../../platform/thai/dates';
import type { Part, Tale } from '../tale';
import { REOPENED } from '../words/desk';

/** What other bodies do with a founded corruption case, often long after closing. */
export async function* ruled(tale: Tale): Part {
  const { plan, house, officer, number } = tale;
  if (plan.finding !== 'founded' || plan.topic.type !== 'corruption') return;
  if (tale.takes('proceeding')) {
    yield tale.later(3, 12);
    const openedOn = yesterday(tale);
    const reference = `ปช ${plan.no + 300}/${beYear(openedOn)}`;
    const letter = { letterNo: reference, letterDate: openedOn };
    await house.proceedings.enter(officer, { body: 'NACC', reference, openedOn, ...letter, caseNumber: number });
  }
  if (tale.takes('rulingWaiting')) {
    yield tale.stage.time.onOrAfter(tale.stage.time.lastDays(2), tale.random);
    await house.rulings.propose(officer, number, rulingOf(tale));
  } else if (tale.takes('ruling')) yield* ruling(tale);
}

/** Entered by one, confirmed by another; seldom overturned. */
async function* ruling(tale: Tale): Part {
  const { house, head, officer, number, plan } = tale;
  yield tale.later(15, 40);
  const { id } = await house.rulings.propose(officer, number, rulingOf(tale));
  yield tale.later(0, 3);
  await house.rulings.decide(head, number, id, true);
  if (!tale.takes('overturned')) return;
  yield tale.later(20, 40);
  const date = yesterday(tale);
  const reference = `อท ${plan.no + 40}/${beYear(date)}`;
  await house.rulings.proposeOverturning(officer, number, id, { reference, date, reason: 'ศาลมีคำพิพากษาเพิกถอนมติชี้มูล' });
  yield tale.later(1, 2);
  await house.rulings.decide(head, number, id, true);
}

/** Answers whether the case was opened anew. */
export async function* reopening(tale: Tale): Part<boolean> {
  if (!tale.takes('reopened') || !['recorded', 'ended'].includes(tale.status)) return false;
  const { house, officer, head, number } = tale;
  yield tale.later(8, 25);
  await house.reopening.propose(officer, number, tale.write(REOPENED));
  yield tale.later(0, 2);
  await house.approvals.decide(head, number, { grant: true, kind: 'reopening' });
  tale.round = 2;
  tale.status = 'received';
  tale.heard();
  return true;
}

function rulingOf(tale: Tale): RulingInput {
  const { random, plan } = tale;
  const body = random.weighted([['discipline', 5], ['NACC', 4], ['PACC', 2]] as const); // prettier-ignore
  const kind = body === 'discipline' ? 'discipline' : random.weighted([['corruption', 3], ['both', 2]] as const); // prettier-ignore
  return { body, kind, reference: `${random.whole(10, 99)}-${plan.no + 100}`, date: yesterday(tale) };
}

const yesterday = ({ now }: Tale): string => addDays(bangkokDay(now), -1);
const beYear = (day: string): number => Number(day.slice(0, 4)) + 543;
