import type { ThreadLine } from './thread.rules';
import { sideOf, threadOf } from './thread.rules';

const line = (kind: ThreadLine['kind'], more: Partial<ThreadLine> = {}): ThreadLine => ({
  id: kind,
  kind,
  at: '2026-03-02T03:00:00.000Z',
  byKind: 'officer',
  data: {},
  itemId: 'item',
  ...more,
});
const byReporter = { byKind: 'reporter' } as const;

describe('the mailbox, read from the story', () => {
  it('holds what was told to the reporter and what she said, in order', () => {
    const story = [
      line('received', { itemId: null }),
      line('wordSent'),
      line('commented'),
      line('reporterWrote', byReporter),
      line('rated', byReporter),
      line('reprisalReported', byReporter),
      line('answerTold'),
      line('sorted'),
    ];
    expect(threadOf(story).map(({ from, line: { kind } }) => `${from} ${kind}`)).toEqual([
      'desk wordSent',
      'reporter reporterWrote',
      'reporter reprisalReported',
      'desk answerTold',
    ]);
  });

  it('keeps a question open until she has written, and not longer', () => {
    const question = line('wordSent', { data: { question: true } });
    const open = (...story: readonly ThreadLine[]) => threadOf(story).map((one) => one.open);
    expect(open(question)).toEqual([true]);
    expect(open(question, line('reprisalReported', byReporter))).toEqual([true, false]);
    expect(open(question, line('reporterWrote', byReporter))).toEqual([false, false]);
    expect(open(line('reporterWrote', byReporter), question)).toEqual([false, true]);
  });

  it('takes no line without a text for a word of the desk', () => {
    expect(sideOf(line('ended', { itemId: null }))).toBeNull();
    expect(sideOf(line('safetyAnswered', { itemId: null, ...byReporter }))).toBe('reporter');
  });
});
