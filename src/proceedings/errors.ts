import { Conflict, NotFound, say } from '../platform/errors';

export class RulingNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบการชี้มูลนี้', 'There is no such ruling.'));
  }
}

export class RulingAlreadyEntered extends Conflict {
  constructor() {
    super(say('มีการชี้มูลเลขที่นี้ของเรื่องนี้แล้ว', 'This ruling has been entered for this case already.'));
  }
}

export class RulingDoesNotStand extends Conflict {
  constructor() {
    super(say('การชี้มูลนี้ไม่ได้มีผลอยู่', 'This ruling does not stand: it waits, was refused, or was overturned.'));
  }
}

export class ProceedingNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบสำนวนนี้', 'There is no such proceeding.'));
  }
}

export class ProceedingAlreadyEntered extends Conflict {
  constructor() {
    super(say('มีสำนวนเลขที่นี้แล้ว', 'A proceeding with this body and number has been entered already.'));
  }
}
