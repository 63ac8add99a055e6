import type { Unit } from '../agencies/codes';
import type { LegalLimitRule } from '../agencies/profile.limits';
import type { Day } from '../deadlines/calendar.rules';
import { readDay } from '../platform/http/letters';
import { WrongFields, say } from '../platform/errors';
import type { LegalLimit } from './legal-limit.entity';
import type { LegalExtensionInput, LimitChange } from './limit.inputs';

/** What a letter says of a limit, read. */
export type ReadLimit = Pick<
  LegalLimit,
  'stage' | 'startsOn' | 'unit' | 'amount' | 'statedOn' | 'letterNo' | 'letterDate'
>;

type ReadTerm = Pick<LegalLimit, 'unit' | 'amount' | 'statedOn'>;

interface Bounds {
  readonly openedOn: Day;
  readonly today: Day;
}

/**
 * @param before what stands now; for a new limit, its stage with the proceeding's first day and no term
 * @throws WrongFields
 */
export function readLimit(
  input: LimitChange,
  before: ReadLimit,
  ruleOf: (stage: ReadLimit['stage']) => LegalLimitRule,
  { openedOn, today }: Bounds,
): ReadLimit {
  const stage = input.stage ?? before.stage;
  const startsOn =
    input.startsOn === undefined
      ? before.startsOn
      : readDay('startsOn', input.startsOn, { notBefore: openedOn, notAfter: today });
  const letterNo = input.letterNo ?? before.letterNo;
  const letterDate =
    input.letterDate === undefined ? before.letterDate : readDay('letterDate', input.letterDate, { notAfter: today });
  if ((letterNo === null) !== (letterDate === null)) {
    throw WrongFields.one(letterNo === null ? 'letterNo' : 'letterDate', SAY_WHOLE_LETTER);
  }
  const term = readTerm({ ...input, until: input.dueOn }, 'dueOn', ruleOf(stage).span?.unit, startsOn);
  return { stage, startsOn, letterNo, letterDate, ...(term ?? termBefore(before) ?? termByRule(ruleOf(stage))) };
}

const termBefore = ({ unit, amount, statedOn }: ReadLimit): ReadTerm | null =>
  amount === null && statedOn === null ? null : { unit, amount, statedOn };

function termByRule({ span }: LegalLimitRule): ReadTerm {
  if (!span) throw WrongFields.one('amount', SAY_TERM);
  return { unit: span.unit, amount: span.amount, statedOn: null };
}

/** What a letter says of an extension; `due`: the last day so far. @throws WrongFields */
export function readExtension(input: LegalExtensionInput, unit: Unit | undefined, due: Day): ReadTerm {
  const term = readTerm(input, 'until', unit, due);
  if (!term) throw WrongFields.one('amount', SAY_TERM);
  return term;
}

/** Null: neither a length nor a day was given. */
function readTerm(
  { amount, unit, until }: Pick<LegalExtensionInput, 'amount' | 'unit'> & { readonly until?: string | undefined },
  field: 'dueOn' | 'until',
  usual: Unit | undefined,
  notBefore: Day,
): ReadTerm | null {
  if (amount !== undefined && until !== undefined) throw WrongFields.one(field, SAY_ONE_OF_TWO);
  if (until !== undefined) return { unit: null, amount: null, statedOn: readDay(field, until, { notBefore }) };
  return amount === undefined ? null : { unit: unit ?? usual ?? 'c', amount, statedOn: null };
}

const SAY_TERM = say(
  'กรุณากรอกระยะเวลา หรือวันครบกำหนดที่หนังสือระบุ',
  'Give the length, or the last day that the letter names.',
);
const SAY_ONE_OF_TWO = say(
  'กรอกระยะเวลาหรือวันครบกำหนดอย่างใดอย่างหนึ่ง ตามที่หนังสือระบุ',
  'Give either a length or a day, as the letter does.',
);
const SAY_WHOLE_LETTER = say('กรุณากรอกทั้งเลขที่และวันที่ของหนังสือ', 'Give both the number and the day of the letter.');
export const SAY_MOVES_ON = say(
  'การขยายต้องทำให้วันครบกำหนดช้ากว่าเดิม',
  'An extension moves the last day on: this one would not.',
);
