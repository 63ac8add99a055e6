import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepNotReady } from '../cases/errors';
import { isClosed } from '../cases/moves.rules';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { Forbidden } from '../platform/errors';
import { Vault } from '../vault/vault';
import type { WordInput } from './words-input';

/** What the desk says to the reporter; she reads it with her receipt. The first word is the personal acknowledgement. */
@Injectable()
export class Words {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
  ) {}

  /** @throws StepNotReady when a final answer is told before the executive has ordered, or a closed case asks. */
  async say(looker: Looker, number: string, input: WordInput): Promise<CaseFile> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      if (input.final && file.status !== 'ordered' && !isClosed(file.status)) {
        throw new StepNotReady(
          'แจ้งผลได้เมื่อผู้บริหารสั่งการแล้ว',
          'The result is told once the executive has ordered.',
          file.status,
        );
      }
      if (input.final && !hasRole(looker, 'desk_officer', 'desk_head')) throw new Forbidden();
      if (input.question && isClosed(file.status)) {
        throw new StepNotReady('เรื่องยุติแล้ว ถามผู้ร้องไม่ได้', 'A closed case asks nothing.', file.status);
      }
      const itemId = await this.vault.seal(file, 'dialogue', 'word', input.text);
      await this.cases.tell(file, {
        kind: input.final ? 'answerTold' : 'wordSent',
        by: officer(looker),
        data: input.question ? { question: true } : {},
        itemId,
      });
      return file;
    });
  }
}
