import type { LimitStage } from '../agencies/codes';
import type { Instant } from '../deadlines/calendar.rules';
import { newId } from '../platform/ids';
import type { LegalLimit } from './legal-limit.entity';
import type { Proceeding } from './proceeding.entity';

/** A limit that is not read and not counted yet. */
export const blankLimit = (
  { id: proceedingId, province, openedOn }: Pick<Proceeding, 'id' | 'province' | 'openedOn'>,
  no: number,
  stage: LimitStage,
  entered: { readonly by: string; readonly at: Instant },
): LegalLimit => ({
  id: newId(),
  province,
  proceedingId,
  no,
  stage,
  startsOn: openedOn,
  unit: null,
  amount: null,
  statedOn: null,
  letterNo: null,
  letterDate: null,
  firstDueOn: '',
  dueOn: '',
  dueAt: '',
  explanation: [],
  ruleVersion: 0,
  calendarVersion: '',
  state: 'running',
  endedOn: null,
  endReason: null,
  endLetterNo: null,
  endLetterDate: null,
  takenBackAt: null,
  takenBackBy: null,
  takenBackWhy: null,
  nextRungAt: null,
  enteredBy: entered.by,
  enteredAt: entered.at,
});
