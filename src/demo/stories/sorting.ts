import type { SortingInput } from '../../2-sort/sorting-input';
import type { ChecklistItem } from '../../2-sort/sorting.rules';
import type { AccusedKind } from '../../cases/codes';
import type { Part, Tale } from '../tale';
import { MERGED, TAKEN_UP } from '../words/desk';
import { ENDINGS } from '../words/endings';

/** Step 2. Answers whether the case goes on. */
export async function* sorting(tale: Tale): Part<boolean> {
  yield* tale.restAt('received');
  yield tale.after('sort');
  if (tale.plan.course === 'end' && tale.round === 1) {
    await tale.house.sorting.sort(tale.officer, tale.number, endingOf(tale));
    if (tale.plan.halt === 'received') return false;
    yield tale.after('grant');
    const isRefused = tale.plan.turns.has('endingRefused');
    const reason = isRefused ? { reason: 'ข้อเท็จจริงพอตรวจสอบต่อได้ ให้รับไว้ดำเนินการ' } : {};
    await tale.house.approvals.decide(tale.head, tale.number, { grant: !isRefused, kind: 'end', ...reason });
    if (!isRefused) {
      tale.status = 'ended';
      return false;
    }
    yield tale.after('sort');
  }
  await tale.house.sorting.sort(tale.officer, tale.number, acceptanceOf(tale));
  tale.status = 'sorted';
  return true;
}

/** The same thing was told before: it goes on in the main case. */
export async function* merging(tale: Tale): Part {
  yield tale.after('sort');
  const mainNumber = tale.stage.numbers.get(tale.plan.mainNo ?? -1);
  if (!mainNumber) throw new Error('The main case has no number yet.');
  await tale.house.merger.merge(tale.officer, tale.number, { mainNumber, reason: tale.write(MERGED) });
}

function acceptanceOf(tale: Tale): SortingInput {
  const { plan, random } = tale;
  const { topic, place, agency } = plan;
  const grave = random.weighted([[1, tale.accusation ? 2 : 6], [2, 4], [3, tale.accusation ? 3 : 1]] as const); // prettier-ignore
  const urgent = grave === 3 && random.chance(0.5);
  return {
    outcome: 'accept',
    type: topic.type,
    corruptionAlleged: topic.corruption,
    accusedKind: tale.accusation ? accusedOf(tale) : 'other',
    agencyCode: agency.code,
    district: place.district,
    ...(topic.risk ? { riskArea: topic.risk } : {}),
    severity: grave,
    urgent,
    ...(urgent ? { urgentBecause: [tale.accusation ? 'evidence_at_risk' : 'danger'] as const } : {}),
    specificEnough: true,
    checklist: checklistOf(tale),
    reasons: tale.write(tale.accusation ? TAKEN_UP.accusation : TAKEN_UP.grievance),
  };
}

function endingOf(tale: Tale): SortingInput {
  const { plan, house } = tale;
  const { reasons, word } = ENDINGS[plan.ground];
  const body = plan.ground === 'sent_to_competent_body' ? { competentBody: tale.stage.places.named('NACC').code } : {};
  return {
    outcome: 'end',
    type: plan.topic.type,
    corruptionAlleged: plan.topic.corruption === 'yes' ? 'unclear' : 'no',
    specificEnough: plan.ground !== 'not_specific',
    ground: plan.ground,
    ...body,
    checklist: house.province.isAccusation(plan.topic.type) ? ['act'] : [],
    reasons: tale.write([reasons]),
    wordToReporter: word,
  };
}

function accusedOf({ plan, random }: Tale): AccusedKind {
  if (plan.topic.accused) return plan.topic.accused;
  if (plan.agency.kind !== 'local') return 'state_official';
  return random.chance(0.15) ? 'political_office_holder' : 'local_official';
}

const checklistOf = ({ random, accusation }: Tale): readonly ChecklistItem[] => [
  'act',
  'where',
  ...(accusation ? (['who'] as const) : []),
  ...(random.chance(0.7) ? (['when'] as const) : []),
  ...(random.chance(0.5) ? (['documents'] as const) : []),
  ...(random.chance(0.4) ? (['reachable_witness'] as const) : []),
];
