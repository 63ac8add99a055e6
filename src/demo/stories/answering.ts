import type { Looker } from '../../access/looker';
import type { Referral } from '../../cases/referral.entity';
import type { Moment, Tale } from '../tale';
import { MORE_TIME, RECALLED } from '../words/desk';
import { ACCEPTED, CLARIFIED, INTERIM } from '../words/facts';

/** What one who was asked does, and when: takes it on, says how far it is, asks for more time, answers. */
export interface Answering {
  readonly acceptedAt: string;
  readonly answeredAt: string;
  readonly before: readonly Moment[];
  readonly answer: Moment;
}

export function answering(tale: Tale, referral: Referral): Answering {
  const { plan, stage, house } = tale;
  const isSelf = referral.recipientKind === 'self';
  const isMain = referral.purpose === 'act';
  const who = isSelf ? tale.officer : stage.people.contactOf(referral.agencyCode ?? '');
  if (!who) throw new Error('Nobody answers for this agency.');
  const acceptedAt = isSelf ? tale.now : tale.after('accept');
  const answeredAt = tale.after('answer', acceptedAt);
  const say = (kind: 'accepted' | 'interim' | 'final', texts: readonly string[]) => () =>
    house.answers.answer(who, tale.number, referral.id, { kind, text: tale.write(texts) });
  const recall = () => house.recalls.recall(tale.officer, tale.number, referral.id, tale.write(RECALLED));
  const isRecalled = !isMain && tale.takes('recalled');
  const before: Moment[] = isSelf ? [] : [{ at: acceptedAt, act: say('accepted', ACCEPTED) }];
  if (isMain && tale.takes('interim')) before.push({ at: tale.later(2, 3, acceptedAt), act: say('interim', INTERIM) });
  if (isMain && !isSelf) before.push(...moreTime(tale, referral, who, { from: acceptedAt, to: answeredAt }));
  return {
    acceptedAt,
    answeredAt,
    before: before.filter(({ at }) => at < answeredAt),
    answer: { at: answeredAt, act: isRecalled ? recall : say('final', isMain ? plan.topic.answers : CLARIFIED) },
  };
}

/** The agency asks and the head decides, if both fit in before the answer. */
function moreTime(
  tale: Tale,
  { id: referralId }: Referral,
  who: Looker,
  { from, to }: { readonly from: string; readonly to: string },
): readonly Moment[] {
  const turn = (['moreTime', 'moreTimeRefused', 'moreTimeWaiting'] as const).find((one) => tale.takes(one));
  if (!turn) return [];
  const { house, number, head } = tale;
  const askedAt = tale.later(1, 2, from);
  const decidedAt = tale.later(0, 1, askedAt);
  const amount = tale.random.whole(7, 15);
  const ask = async () => {
    const { open } = await house.deadlines.see(who, number);
    const deadline = open.find((run) => run.referralId === referralId)?.id;
    return house.extensions.ask(who, number, { deadline, amount, reason: tale.write(MORE_TIME.agency) });
  };
  if (turn === 'moreTimeWaiting') return [{ at: askedAt, act: ask }];
  const decide = () => decideExtension(tale, head, turn === 'moreTime');
  return decidedAt < to ? [{ at: askedAt, act: ask }, { at: decidedAt, act: decide }] : []; // prettier-ignore
}

/** What waits on the clocks of this case is decided. */
export async function decideExtension(tale: Tale, by: Looker, grant: boolean): Promise<void> {
  const { house, number } = tale;
  const { rows } = await house.deadlines.see(by, number);
  const waiting = rows.extensions.find(({ state }) => state === 'asked');
  if (!waiting) throw new Error('No extension waits.');
  const reason = tale.write(grant ? MORE_TIME.granted : MORE_TIME.refused);
  await house.extensions.decide(by, number, waiting.id, { grant, reason });
}
