import type { WorkCalendar } from '../deadlines/calendar.rules';
import type { ClockCertificate } from '../deadlines/clock-certificate.entity';
import type { Deadline } from '../deadlines/deadline.entity';
import { recount } from '../deadlines/recount.rules';
import { sentencesOf } from '../deadlines/sentences';
import type { Outcome } from './commands';

/** Every clock with the sentences that lead to its date. Failed when one of them leads to another date. */
export function explanationText(number: string, runs: readonly Deadline[], calendar: WorkCalendar): Outcome {
  const told = runs.map((run) => {
    const again = recount(run.explanation);
    const verdict = again === run.dueAt ? 'recounted: the same' : `recounted: ${again}, which is NOT the same`;
    const sentences = sentencesOf('th', run.explanation, calendar).map((one) => `  ${one}`);
    const head = `${run.clock} ${run.clockNo} ${run.state} due ${run.dueAt}`;
    return { isSame: again === run.dueAt, lines: [head, ...sentences, `  ${verdict}`] };
  });
  const lines = [number, ...told.flatMap((one) => ['', ...one.lines])];
  return { text: `${lines.join('\n')}\n`, ...(told.every(({ isSame }) => isSame) ? {} : { failed: true }) };
}

/** One day of the clockwork, a figure a line. Failed when something was due and neither fired nor passed. */
export function certificateText(day: string, certificate: ClockCertificate | null): Outcome {
  if (!certificate) return { text: `no certificate for ${day}\n`, failed: true };
  const { due, fired, passed } = certificate;
  const lines = [
    `day ${day}`,
    `made ${certificate.madeAt}`,
    `due ${due}`,
    `fired ${fired}`,
    `passed ${passed}`,
    `missing ${due - fired - passed}`,
    `latest lateness ${certificate.latestLateness} s`,
    `dead minutes ${certificate.deadMinutes}`,
    `oldest unsorted ${certificate.oldestUnsortedAt ?? '-'}`,
    `failed notices ${certificate.failedNotices}`,
  ];
  return { text: `${lines.join('\n')}\n`, ...(due === fired + passed ? {} : { failed: true }) };
}
