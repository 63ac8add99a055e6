import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { REPORTER } from '../audit/entry';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import type { LineKind } from '../cases/story-line';
import type { ReporterKey } from '../vault/compartments';
import { Vault } from '../vault/vault';
import { Marks } from './marks';
import type { ReadAt } from './marks';
import type { Message, Side } from './thread.rules';
import { threadOf } from './thread.rules';

/** A message as a page shows it. */
export interface Letter {
  /** Id of the line: what hangs on a message (files) is found by it. */
  readonly id: string;
  readonly at: string;
  readonly from: Side;
  readonly kind: LineKind;
  /** Null: none was written, or it is not this reader's. */
  readonly text: string | null;
  readonly question: boolean;
  /** A question that waits for the reporter's answer. */
  readonly open: boolean;
  readonly final: boolean;
  /** When the other side first opened it. */
  readonly readAt: string | null;
}

/** The mailbox of a case, for the two who write in it; opening it marks what the other side wrote. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly vault: Vault,
    private readonly marks: Marks,
  ) {}

  async asReporter(key: ReporterKey, file: CaseFile, story: readonly CaseEvent[]): Promise<readonly Letter[]> {
    const thread = threadOf(story);
    const texts = await this.vault.readAsReporter(
      key,
      file,
      thread.map(({ line }) => line.itemId),
    );
    const readAt = await this.marks.openedBy('reporter', REPORTER, file.id, thread);
    return thread.map((message) => letterOf(message, readAt, (itemId) => texts.get(itemId) ?? null));
  }

  /** @param textOf what this looker may read, opened already with the rest of the case file. */
  async asOfficer(
    looker: Looker,
    file: CaseFile,
    story: readonly CaseEvent[],
    textOf: (itemId: string) => string | null,
  ): Promise<readonly Letter[]> {
    const thread = threadOf(story);
    const actor = { kind: 'officer', id: looker.officerId } as const;
    const readAt = await this.marks.openedBy('desk', actor, file.id, thread);
    return thread.map((message) => letterOf(message, readAt, textOf));
  }
}

const letterOf = (
  { line, ...message }: Message,
  readAt: ReadAt,
  textOf: (itemId: string) => string | null,
): Letter => ({
  ...message,
  id: line.id,
  at: line.at,
  kind: line.kind,
  text: line.itemId === null ? null : textOf(line.itemId),
  readAt: readAt.get(line.id) ?? null,
});
