import { bangkokDay } from '../../platform/thai/dates';
import type { Part, Tale } from '../tale';
import { EXECUTIVE, GROUNDS, PROPOSALS, SUMMARIES } from '../words/facts';

/** Step 5: the desk reports, the executive orders; now and then he has it looked at again. */
export async function* reporting(tale: Tale): Part {
  yield* tale.restAt('verified');
  yield* report(tale);
  if (tale.takes('lookAgain')) {
    yield* tale.until(tale.after('order'));
    await order(tale, 'look_again');
    tale.status = 'verifying';
    yield* lookedAtAgain(tale);
    yield* report(tale);
  }
  yield* tale.restAt('reported');
  yield* tale.until(tale.after('order'));
  await order(tale, tale.random.chance(0.7) ? 'ordered' : 'acknowledged');
  tale.status = 'ordered';
}

async function* report(tale: Tale): Part {
  yield* tale.until(tale.after('report'));
  const proposal = tale.plan.finding === 'founded' && tale.accusation ? PROPOSALS.founded : PROPOSALS.other;
  const paper = { summary: tale.write(SUMMARIES), proposal: tale.write(proposal) };
  await tale.house.report.report(tale.officer, tale.number, paper);
  tale.status = 'reported';
}

function order(tale: Tale, kind: 'acknowledged' | 'ordered' | 'look_again') {
  const text = kind === 'acknowledged' ? {} : { text: tale.write(EXECUTIVE[kind]) };
  const capacity = tale.random.weighted([['self', 6], ['on_behalf', 2], ['acting', 2]] as const); // prettier-ignore
  return tale.house.report.order(tale.executive, tale.number, { order: kind, capacity, ...text });
}

/** The handler checks what is still open, and finds again. */
async function* lookedAtAgain(tale: Tale): Part {
  const { house, officer, plan } = tale;
  yield* tale.until(tale.after('visit'));
  const text = tale.write(plan.topic.seen);
  await house.verify.visit(officer, tale.number, { mode: 'documents', date: bangkokDay(tale.now), text });
  yield* tale.until(tale.after('find'));
  const grounds = GROUNDS[tale.accusation ? 'accusation' : 'grievance'][plan.finding];
  await house.verify.find(officer, tale.number, { finding: plan.finding, text: tale.write(grounds) });
  tale.status = 'verified';
}
