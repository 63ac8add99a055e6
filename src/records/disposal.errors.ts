import type { Basis, RetentionClass } from '../agencies/codes';
import type { Say } from '../platform/errors';
import { Conflict, DomainError, say } from '../platform/errors';
import type { Obstacle } from './disposal.rules';

/** 409: says what stands in the way. */
export class NotToBeDisposed extends Conflict {
  constructor(obstacle: Obstacle) {
    super(OBSTACLES[obstacle]);
  }
}

export const OBSTACLES: Readonly<Record<Obstacle, Say>> = {
  open: say('เรื่องยังไม่ยุติ จึงทำลายไม่ได้', 'The case is open. Only closed cases are disposed of.'),
  merged: say(
    'เรื่องนี้รวมกับเรื่องอื่นแล้ว จะทำลายพร้อมเรื่องหลัก',
    'This case was merged: it goes with the case it was merged into.',
  ),
  notYet: say('ยังไม่ครบกำหนดเก็บรักษา', 'The case is not past its time yet.'),
  held: say('มีการระงับการทำลายเรื่องนี้ หรือเรื่องที่รวมไว้ด้วยกัน', 'A legal hold stands on this case, or on one merged into it.'),
  undecided: say(
    'ยังมีคำขอที่รอพิจารณา หรือคดีที่ยังไม่สิ้นสุดเกี่ยวกับเรื่องนี้',
    'Something about this case still waits for a decision, or a proceeding has not ended.',
  ),
};

/** What is left to be said of a case that was disposed of. */
export interface DisposedCase {
  readonly number: string;
  readonly disposedAt: string;
  readonly class: RetentionClass;
  readonly years: number;
  readonly basis: Basis;
}

/** 410: for whoever could have seen the case; everybody else is answered as before. */
export class CaseDisposed extends DomainError {
  readonly status = 410;

  constructor(readonly disposed: DisposedCase) {
    super(
      say(
        `เรื่องนี้ถูกทำลายแล้วเมื่อครบกำหนดเก็บรักษา ${disposed.years} ปี`,
        `This case was disposed of after ${disposed.years} years, as the retention rule says.`,
      ),
    );
  }
}
