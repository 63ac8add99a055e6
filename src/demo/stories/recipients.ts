import type { RecipientInput } from '../../3-refer/referrals-input';
import type { Agency } from '../../agencies/profile';
import type { Tale } from '../tale';

/** Who is asked: the office whose work it is; in an accusation the one above it, or the desk looks itself. */
export function recipientsOf(tale: Tale): readonly RecipientInput[] {
  const first = tale.takes('self') ? null : mainRecipient(tale);
  const main: RecipientInput = first ? { agencyCode: first.code, purpose: 'act' } : { agencyCode: 'self' };
  const second = tale.takes('several') ? clarifier(tale, first) : null;
  return second ? [main, { agencyCode: second.code, purpose: 'clarify' }] : [main];
}

/** An office that will say that it is not its own; null where none is at hand. */
export function wrongRecipient(tale: Tale): Agency | null {
  const { places } = tale.stage;
  const right = mainRecipient(tale);
  const wrong = [places.named('DPT'), places.named('DLA'), places.named('MNRE'), places.named('PIO')];
  return wrong.find((agency) => agency !== right && mayBeAsked(tale, agency)) ?? null;
}

function mainRecipient(tale: Tale): Agency | null {
  const { plan, stage } = tale;
  const wanted = tale.accusation
    ? [stage.places.above(plan.agency, plan.place), stage.places.named('PROVOFF')]
    : [plan.agency, stage.places.office('DISTRICT', plan.place)];
  return wanted.find((agency) => mayBeAsked(tale, agency)) ?? null;
}

function clarifier(tale: Tale, first: Agency | null): Agency | null {
  const { places } = tale.stage;
  const near = tale.accusation
    ? [places.named('PACC9'), places.named('NACC')]
    : [places.office('DISTRICT', tale.plan.place), places.named('DLA')];
  return near.find((agency) => agency !== first && mayBeAsked(tale, agency)) ?? null;
}

/** Somebody answers for it, and in an accusation it is not the accused's own. */
const mayBeAsked = ({ stage, plan, accusation, house }: Tale, agency: Agency): boolean =>
  agency !== house.province.desk &&
  stage.people.contactOf(agency.code) !== null &&
  !(accusation && agency === plan.agency);
