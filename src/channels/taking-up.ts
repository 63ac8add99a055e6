import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepNotReady } from '../cases/errors';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';

/** An officer takes an imported case up: from that day it has clocks like any other (PROCESS §5). */
@Injectable()
export class TakingUp {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound · StepNotReady when it was not imported, is taken up already, or is closed. */
  async takeUp(looker: Looker, number: string): Promise<CaseFile> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const fault = faultOf(file);
      if (fault) throw new StepNotReady(...fault, file.status);
      await this.cases.change(file, { takenUpAt: this.clock.now() });
      await this.cases.tell(file, { kind: 'takenUp', by: officer(looker) });
      return file;
    });
  }
}

function faultOf({ imported, takenUpAt, open }: CaseFile): readonly [string, string] | null {
  if (!imported) return ['เรื่องนี้ไม่ได้มาจากทะเบียนเดิม', 'This case does not come from an old register.'];
  if (takenUpAt) return ['มีผู้รับเรื่องนี้มาทำต่อแล้ว', 'This case was taken up already.'];
  return open ? null : ['เรื่องนี้ยุติแล้ว หากจะทำต่อให้เปิดเรื่องใหม่อีกครั้ง', 'This case is closed; to go on, reopen it.'];
}
