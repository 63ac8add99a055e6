import type { Outcome } from '../../cases/codes';
import type { Part, Tale } from '../tale';
import { IMPROVED, TOLD } from '../words/facts';

/** Step 6: the reporter is told, the closing record proposed by one and granted by another. */
export async function* closing(tale: Tale): Part<Outcome> {
  const { house, head, officer, number } = tale;
  const outcome = outcomeOf(tale);
  const told = tale.write(TOLD[outcome] ?? TOLD[outcome.split('_')[0] ?? ''] ?? []);
  const isTold = tale.takes('toldBefore');
  if (isTold) {
    yield* tale.until(tale.after('tell'));
    await house.words.say(officer, number, { text: told, final: true });
    tale.hearsNoMore();
  }
  yield* tale.until(tale.after('propose'));
  await propose(tale, outcome, isTold ? {} : { answer: told });
  yield* tale.restAt('ordered');
  yield* tale.until(tale.after('grant'));
  if (tale.takes('recordRefused')) {
    const reason = 'ขอให้เพิ่มข้อเสนอแนะเชิงป้องกันก่อนปิดเรื่อง';
    await house.approvals.decide(head, number, { grant: false, kind: 'record', reason });
    yield* tale.until(tale.after('propose'));
    await propose(tale, outcome, isTold ? {} : { answer: told });
    yield* tale.until(tale.after('grant'));
  }
  await house.approvals.decide(head, number, { grant: true, kind: 'record' });
  tale.status = 'recorded';
  tale.hearsNoMore();
  return outcome;
}

function propose(tale: Tale, outcome: Outcome, answer: { readonly answer?: string }) {
  const improvement = tale.takes('improvement') || outcome === 'founded_improvement';
  return tale.house.record.propose(tale.officer, tale.number, {
    outcome,
    improvement,
    ...(improvement ? { improvementText: tale.write(IMPROVED) } : {}),
    repeated: tale.round > 1 || tale.random.chance(0.08),
    lessons: tale.write([tale.plan.topic.lesson]),
    ...answer,
  });
}

function outcomeOf({ plan, random, accusation }: Tale): Outcome {
  if (plan.finding === 'insufficient') return random.chance(0.8) ? 'insufficient' : 'kept_as_information';
  if (!accusation) return plan.finding === 'founded' ? random.weighted([['solved', 8], ['explained', 2]]) : 'explained'; // prettier-ignore
  if (plan.finding === 'unfounded') return 'unfounded';
  return random.weighted([['founded_discipline', 3], ['founded_improvement', 4], ['founded_recovery', 1], ['founded_sent', 2]]); // prettier-ignore
}
