import type { RefusalGroundCode } from '../agencies/codes';
import { say } from '../platform/errors';
import type { Classified } from './classification.rules';
import type { Advice, UrgentBecause } from './sorting.rules';
import { groundFits } from './sorting.rules';
import type { WrongField } from './wrong-fields';

const mend = (field: string, th: string, en: string): WrongField => ({ field, say: say(th, en) });

interface Accepting {
  readonly now: Classified;
  readonly accusation: boolean;
  readonly ground?: RefusalGroundCode | undefined;
  readonly wordToReporter?: string | undefined;
}

/** PROCESS §1 "sort, accept": type, corruption alleged, accused kind and agency. */
export function wrongToAccept({ now, accusation, ground, wordToReporter }: Accepting): readonly WrongField[] {
  const agencyNeeded = accusation && now.accusedKind !== 'other' && now.agencyCode === null;
  return [
    now.type === 'unsorted' && mend('type', 'กรุณาเลือกประเภทเรื่อง', 'Choose what it is about.'),
    accusation &&
      now.accusedKind === null &&
      mend('accusedKind', 'เรื่องกล่าวหาต้องระบุว่าใครถูกร้อง', 'Say what kind of person is accused.'),
    agencyNeeded && mend('agencyCode', 'เรื่องกล่าวหาต้องระบุหน่วยงานที่ถูกร้อง', 'Say which agency the accused belongs to.'),
    ground !== undefined &&
      mend('ground', 'เหตุยุติใช้เมื่อเสนอยุติเท่านั้น', 'A ground belongs to an ending, not to an acceptance.'),
    wordToReporter !== undefined &&
      mend(
        'wordToReporter',
        'ข้อความนี้ใช้เมื่อเสนอยุติ หากจะแจ้งผู้ร้องให้เขียนในกล่องข้อความ',
        'This word tells of an ending. To write to the reporter, use the mailbox.',
      ),
  ].filter((wrong) => wrong !== false);
}

interface Ending {
  readonly ground?: RefusalGroundCode | undefined;
  /** The profile lists it. */
  readonly groundListed: boolean;
  readonly specificEnough?: boolean | undefined;
  readonly advice: Advice | null;
  readonly competentBody?: string | undefined;
  readonly wordToReporter?: string | undefined;
}

/** PROCESS §1 "sort, end": a listed ground, and the reason as the reporter is told it (DOMAIN §3). */
export function wrongToEnd(ending: Ending): readonly WrongField[] {
  const { ground } = ending;
  const listed = ground !== undefined && ending.groundListed;
  return [
    !listed && mend('ground', 'กรุณาเลือกเหตุยุติจากรายการของจังหวัด', 'Choose a ground that the province lists.'),
    listed &&
      !groundFits({ ...ending, ground }) &&
      mend(
        'ground',
        'เรื่องนี้ชัดเจนพอให้ตรวจสอบ จึงยุติด้วยเหตุข้อเท็จจริงไม่เพียงพอไม่ได้',
        'The report was found specific: "not specific" cannot be its ground.',
      ),
    ground === 'sent_to_competent_body' &&
      ending.competentBody === undefined &&
      mend('competentBody', 'กรุณาระบุหน่วยงานที่มีอำนาจ', 'Say which body has the power.'),
    ending.wordToReporter === undefined &&
      mend('wordToReporter', 'กรุณาเขียนเหตุผลที่จะแจ้งผู้ร้อง', 'Write the reason that the reporter is told.'),
  ].filter((wrong) => wrong !== false);
}

/** Urgent needs its what: evidence at risk, danger or crime. */
export const wrongUrgency = (urgent: boolean | undefined, because: readonly UrgentBecause[]): readonly WrongField[] =>
  urgent === true && because.length === 0
    ? [mend('urgentBecause', 'กรุณาเลือกว่าเร่งด่วนเพราะอะไร', 'Say why it is urgent.')]
    : [];
