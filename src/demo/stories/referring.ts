import type { ReferralsInput } from '../../3-refer/referrals-input';
import type { Agency } from '../../agencies/profile';
import type { Referral } from '../../cases/referral.entity';
import { bangkokDay } from '../../platform/thai/dates';
import type { Part, Tale } from '../tale';
import { LETTERS, ORDERS_TO_REFER, SENT_BACK } from '../words/desk';
import { NOT_OURS } from '../words/facts';
import { recipientsOf, wrongRecipient } from './recipients';

/** Step 3: the case goes to those who shall act; the first choice is not always the right one. */
export async function* referring(tale: Tale): Part<readonly Referral[]> {
  yield* tale.restAt('sorted');
  yield* tale.until(tale.after('refer'));
  const wrong = tale.takes('notOurs') ? wrongRecipient(tale) : null;
  if (wrong) yield* notOurs(tale, wrong);
  const { referrals } = await send(tale, { to: recipientsOf(tale) });
  tale.status = 'referred';
  return referrals;
}

/** From verification back to an agency that has to say more. */
export async function sendBack(tale: Tale, agencyCode: string): Promise<readonly Referral[]> {
  const sent = await send(tale, { to: [{ agencyCode, purpose: 'clarify' }], reason: tale.write(SENT_BACK) });
  tale.status = 'referred';
  return sent.referrals;
}

async function* notOurs(tale: Tale, agency: Agency): Part {
  const { house, stage, number } = tale;
  const { referrals } = await send(tale, { to: [{ agencyCode: agency.code, purpose: 'act' }] });
  tale.status = 'referred';
  yield* tale.until(tale.after('accept'));
  const contact = stage.people.contactOf(agency.code);
  const id = referrals[0]?.id;
  if (!contact || !id) throw new Error('Nobody was asked.');
  await house.answers.answer(contact, number, id, { kind: 'not_ours', text: tale.write(NOT_OURS) });
  yield* tale.until(tale.after('refer'));
}

function send(tale: Tale, input: ReferralsInput) {
  const { random, house, officer, plan, now } = tale;
  const isSelf = input.to?.length === 1 && input.to[0]?.agencyCode === 'self';
  const letter = tale.accusation ? LETTERS.accusation : LETTERS.grievance;
  return house.sending.send(officer, tale.number, {
    ...input,
    message: tale.write(isSelf ? LETTERS.self : letter),
    ...(isSelf ? {} : letterOf(plan.no, bangkokDay(now), random.weighted([['self', 6], ['on_behalf', 3], ['acting', 1]]))), // prettier-ignore
    ...(random.chance(0.5) ? { order: tale.write(ORDERS_TO_REFER) } : {}),
    ...(random.chance(0.25) ? { includeAllegation: true } : {}),
  });
}

const letterOf = (no: number, day: string, signedAs: 'self' | 'on_behalf' | 'acting') => ({
  letterNo: `นธ 0017.9/${200 + no}`,
  letterDate: day,
  signedAs,
});
