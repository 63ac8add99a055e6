import type { Part, Tale } from '../tale';
import { WITHDRAWN } from '../words/desk';

/** The reporter takes it back. Answers whether the case goes on all the same. */
export async function* withdrawing(tale: Tale): Part<boolean> {
  if (tale.plan.course !== 'withdraw' || tale.round > 1) return true;
  const { house, officer, head, number } = tale;
  yield* tale.until(tale.later(1, 5));
  await house.withdrawals.take(officer, number, {
    reason: tale.write(WITHDRAWN.asked),
    ...(tale.accusation ? { pressureAsked: true } : {}),
  });
  if (!tale.accusation) {
    tale.status = 'withdrawn';
    return false;
  }
  yield* tale.until(tale.after('grant'));
  const goesOn = tale.takes('withdrawalRefused');
  const reason = tale.write(goesOn ? WITHDRAWN.refused : WITHDRAWN.agreed);
  await house.approvals.decide(head, number, { grant: !goesOn, kind: 'withdrawal', reason });
  if (!goesOn) tale.status = 'withdrawn';
  return goesOn;
}
