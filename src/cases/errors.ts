import { Conflict, Forbidden, NotFound, say } from '../platform/errors';
import type { MovingAct, Status } from './moves.rules';
import { allowedActs } from './moves.rules';

/** The same answer for "not there", "not yours" and "hidden from you" (DESIGN §5). */
export class CaseNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบเรื่องนี้', 'There is no such case.'));
  }
}

/** 409: the table of moves has no such arrow; says which acts are possible now. */
export class StepOutOfOrder extends Conflict {
  constructor(
    readonly from: Status,
    readonly act: MovingAct,
  ) {
    super(
      say('ขณะนี้เรื่องไม่ได้อยู่ในขั้นที่ทำรายการนี้ได้ กรุณาเปิดเรื่องดูสถานะล่าสุด', `A case that is ${from} cannot take this step now.`),
      { allowed: allowedActs(from) },
    );
  }
}

/** 409: a condition of the step is not met; says which, and what is possible now. */
export class StepNotReady extends Conflict {
  constructor(th: string, en: string, status: Status) {
    super(say(th, en), { allowed: allowedActs(status) });
  }
}

/** 403: who asked may not also grant. */
export class NeedsSecondPerson extends Forbidden {
  constructor() {
    super(say('ผู้ขอและผู้อนุมัติต้องเป็นคนละคน', 'A second person must decide this: you asked for it.'));
  }
}
