import type { ActorKind, LineData, LineKind } from '../cases/story-line';

/** Who wrote a line of the mailbox. */
export type Side = 'desk' | 'reporter';

export interface ThreadLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly at: string;
  readonly byKind: ActorKind;
  readonly data: LineData;
  readonly itemId: string | null;
}

/** Lines whose sealed text is meant for the reporter. */
const TO_THE_REPORTER: readonly LineKind[] = ['wordSent', 'answerTold', 'ended'];

/** What a reporter may say from her own page. A rating stands apart: it can be changed. */
export const FROM_THE_REPORTER = [
  'reporterWrote',
  'reviewAsked',
  'withdrawalWished',
  'reprisalReported',
  'safetyAnswered',
] as const satisfies readonly LineKind[];

/** On which side of the mailbox a line of the story stands; null: it is no message. */
export function sideOf({ kind, itemId, byKind }: Pick<ThreadLine, 'kind' | 'itemId' | 'byKind'>): Side | null {
  if ((FROM_THE_REPORTER as readonly LineKind[]).includes(kind)) return 'reporter';
  if (itemId === null || !TO_THE_REPORTER.includes(kind)) return null;
  return byKind === 'reporter' ? 'reporter' : 'desk';
}

export interface Message<Line extends ThreadLine = ThreadLine> {
  readonly line: Line;
  readonly from: Side;
  /** The desk waits for her words. */
  readonly question: boolean;
  /** A question after which she has not written. */
  readonly open: boolean;
  /** The final answer, or why the case ended. */
  readonly final: boolean;
}

/** The mailbox in the order in which it was written, newest last. */
export function threadOf<Line extends ThreadLine>(story: readonly Line[]): readonly Message<Line>[] {
  const answered = story.findLastIndex((line) => line.kind === 'reporterWrote');
  return story.flatMap((line, at) => {
    const from = sideOf(line);
    if (from === null) return [];
    const question = line.kind === 'wordSent' && line.data.question === true;
    const final = line.kind === 'answerTold' || line.kind === 'ended';
    return [{ line, from, question, open: question && at > answered, final }];
  });
}
