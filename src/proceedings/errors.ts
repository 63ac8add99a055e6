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

export class LimitNotFound extends NotFound {
  constructor() {
    super(say('ไม่พบกำหนดเวลาตามกฎหมายนี้', 'There is no such legal limit.'));
  }
}

export class LimitDoesNotRun extends Conflict {
  constructor() {
    super(say('กำหนดเวลานี้สิ้นสุดหรือถูกยกเลิกแล้ว', 'This legal limit has ended or was taken back.'));
  }
}

export class LimitHasNotEnded extends Conflict {
  constructor() {
    super(say('กำหนดเวลานี้ยังไม่สิ้นสุดด้วยหนังสือขององค์กร', 'This legal limit has not been ended by a letter of the body.'));
  }
}

export class LastLimit extends Conflict {
  constructor() {
    super(
      say(
        'สำนวนต้องมีกำหนดเวลาอย่างน้อยหนึ่งรายการ กรุณาแก้ไขรายการนี้ หรือเพิ่มรายการที่ถูกต้องก่อน',
        'A proceeding keeps one legal limit at least. Correct this one, or add the right one first.',
      ),
    );
  }
}

export class LetterAlreadyEntered extends Conflict {
  constructor() {
    super(say('บันทึกหนังสือเลขที่นี้แล้ว', 'This letter has been entered for this limit already.'));
  }
}
