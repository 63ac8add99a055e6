import type { DeskComplaintInput } from '../../1-receive/complaint-input';
import { fiscalYearOf, bangkokDay } from '../../platform/thai/dates';
import type { Part, Tale } from '../tale';
import { ACKNOWLEDGEMENTS, COMMENTS, QUESTIONS, REPLIED } from '../words/desk';
import { complaintOf } from './complaint';

/** Channels whose paper carries a registry number. */
const ON_PAPER: readonly string[] = ['letter', 'referred', 'box', 'email'];

/** Step 1: it arrives, the head gives it to somebody, and the reporter gets a first word. */
export async function* arriving(tale: Tale): Part {
  const { plan, stage, house } = tale;
  const { receivedAt, enteredAt } = plan.arrival;
  yield enteredAt ?? receivedAt;
  await (enteredAt === null ? file(tale) : enter(tale));
  stage.numbers.set(plan.no, tale.number);
  await house.notices.read();
  if (tale.takes('unassigned')) return;
  yield tale.after('assign');
  await house.desk.assign(tale.head, tale.number, tale.officer.username);
  yield tale.after('acknowledge');
  await house.words.say(tale.officer, tale.number, { text: tale.write(ACKNOWLEDGEMENTS) });
  tale.heard();
  if (tale.takes('comment')) await house.desk.comment(tale.officer, tale.number, tale.write(COMMENTS));
}

/** The desk asks; the clocks that wait for the reporter stand still until she has answered. */
export async function* asking(tale: Tale): Part {
  if (!tale.takes('question')) return;
  const { house, officer, number } = tale;
  yield tale.later(0, 0);
  await house.words.say(officer, number, { text: tale.write(QUESTIONS), question: true });
  if (tale.plan.halt === tale.status) return;
  yield tale.later(1, 4);
  await house.desk.comment(officer, number, tale.write(REPLIED));
  const { open, rows } = await house.deadlines.see(officer, number);
  const runs = open.map(({ id }) => id);
  for (const { id, until, deadlineId } of rows.pauses) {
    if (until === null && runs.includes(deadlineId)) await house.deadlines.resume(officer, number, id);
  }
}

async function file(tale: Tale): Promise<void> {
  const { number, receipt } = await tale.house.receive.receive(complaintOf(tale));
  tale.number = number;
  tale.stage.receipts.set(tale.plan.no, receipt);
}

async function enter(tale: Tale): Promise<void> {
  const { plan, random, house } = tale;
  const { channel, receivedAt } = plan.arrival;
  const year = fiscalYearOf(bangkokDay(receivedAt));
  const input: DeskComplaintInput = {
    ...complaintOf(tale),
    channel,
    receivedAt,
    reporterKind: plan.reporterKind,
    ...(ON_PAPER.includes(channel) ? { registryNo: `${1000 + plan.no}/${year}` } : {}),
    ...(channel === 'walk_in' && random.chance(0.6) ? { ticket: `A${random.whole(100, 180)}` } : {}),
  };
  const { number, claimCode } = await house.receive.enter(tale.officer, input);
  tale.number = number;
  if (random.chance(0.12)) await house.claims.claim(claimCode);
}
