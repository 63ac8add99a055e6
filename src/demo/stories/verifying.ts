import type { VerificationMode } from '../../4-verify/verify.rules';
import type { Looker } from '../../access/looker';
import type { Referral } from '../../cases/referral.entity';
import { bangkokDay } from '../../platform/thai/dates';
import type { Moment, Part, Tale } from '../tale';
import { RECLASSIFIED, MORE_TIME } from '../words/desk';
import { COVERS, GROUNDS, WAYS } from '../words/facts';
import { answering, decideExtension } from './answering';
import { sendBack } from './referring';

const latest = (instants: readonly string[]): string => instants.reduce((last, at) => (at > last ? at : last), '');

/** Steps 3 and 4: answers come in while the facts are checked, until there is a finding. */
export async function* verifying(tale: Tale, referrals: readonly Referral[]): Part {
  const all = referrals.map((referral) => answering(tale, referral));
  const before = all.flatMap((one) => one.before);
  if (tale.plan.halt === 'referred') yield* waiting(tale, before);
  const way = wayOf(tale);
  const orderedAt = tale.after('orderVerification', latest(all.map(({ acceptedAt }) => acceptedAt)));
  const visitedAt = tale.after('visit', orderedAt);
  const foundAt = tale.after('find', latest([visitedAt, ...all.map(({ answeredAt }) => answeredAt)]));
  yield* tale.inTurn([
    ...before,
    ...all.map(({ answer }) => answer),
    { at: orderedAt, act: () => order(tale, way) },
    { at: visitedAt, act: () => visit(tale, way) },
    ...verifyingTakesLonger(tale, orderedAt, foundAt),
  ]);
  yield* tale.restAt('verifying');
  if (tale.takes('sentBack')) yield* onceMore(tale, referrals, way);
  yield* tale.until(tale.after('find'));
  await find(tale, way);
}

/** A sample that waits for answers: nobody gives one. */
async function* waiting(tale: Tale, before: readonly Moment[]): Part {
  yield* tale.inTurn(tale.takes('silent') ? [] : before);
  yield* tale.restAt('referred');
}

/** An agency has to say more: the case goes back to waiting, and is verified again. */
async function* onceMore(tale: Tale, referrals: readonly Referral[], way: Way): Part {
  const code = referrals.find(({ recipientKind }) => recipientKind === 'agency')?.agencyCode;
  if (!code) return;
  yield* tale.until(tale.after('find'));
  const [again] = await sendBack(tale, code);
  if (!again) throw new Error('Nobody was asked again.');
  const { before, answer } = answering(tale, again);
  yield* tale.inTurn([...before, answer]);
  yield* tale.until(tale.after('orderVerification'));
  await order(tale, way);
}

interface Way {
  readonly mode: VerificationMode;
  /** null: the officer who handles the case. */
  readonly investigator: Looker | null;
}

function wayOf(tale: Tale): Way {
  const { random, stage } = tale;
  const mode = random.weighted<VerificationMode>(
    tale.accusation ? [['discreet', 5], ['documents', 4], ['visit', 1]] : [['visit', 6], ['documents', 4]], // prettier-ignore
  );
  const isGiven = random.chance(tale.accusation ? 0.9 : 0.25);
  return { mode, investigator: isGiven ? stage.people.get(random.one(['investigator', 'investigator2'])) : null };
}

async function order(tale: Tale, { mode, investigator }: Way): Promise<void> {
  const cover = tale.accusation && mode === 'visit' ? { cover: tale.write(COVERS) } : {};
  const given = investigator ? { investigator: investigator.username } : {};
  await tale.house.orders.give(tale.head, tale.number, { mode, reason: tale.write(WAYS[mode]), ...cover, ...given });
  tale.status = 'verifying';
}

function visit(tale: Tale, { mode, investigator }: Way) {
  const text = tale.write(tale.plan.topic.seen);
  return tale.house.verify.visit(investigator ?? tale.officer, tale.number, { mode, date: bangkokDay(tale.now), text });
}

async function find(tale: Tale, { investigator }: Way): Promise<void> {
  const { finding, agency } = tale.plan;
  const text = tale.write(GROUNDS[tale.accusation ? 'accusation' : 'grievance'][finding]);
  await tale.house.verify.find(investigator ?? tale.officer, tale.number, { finding, text });
  tale.status = 'verified';
  if (tale.takes('reclassified') && tale.plan.topic.type === 'corruption') {
    const reason = tale.write(RECLASSIFIED);
    const now = { type: 'misconduct', corruptionAlleged: 'no', agencyCode: agency.code, reason } as const;
    await tale.house.classifications.change(tale.officer, tale.number, now);
  }
}

function verifyingTakesLonger(tale: Tale, orderedAt: string, foundAt: string): readonly Moment[] {
  if (!tale.takes('moreTime') || !tale.accusation) return [];
  const askedAt = tale.later(0, 2, orderedAt);
  const ask = () =>
    tale.house.extensions.ask(tale.officer, tale.number, {
      clock: 'verify',
      amount: tale.random.whole(10, 30),
      reason: tale.write(MORE_TIME.verify),
    });
  const moments = [
    { at: askedAt, act: ask },
    { at: tale.later(0, 1, askedAt), act: () => decideExtension(tale, tale.head, true) },
  ];
  return moments.every(({ at }) => at < foundAt) ? moments : [];
}
