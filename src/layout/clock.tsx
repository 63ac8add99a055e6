import { dueStanding } from './due.rules';
import { useLang, useWords } from './language';
import { date } from './words/format';
import type { StaffWords } from './words/th.staff';

export interface DueProps {
  /** UTC instant; null when the clock has none. */
  readonly due: string | null;
  /** UTC instant of the page. */
  readonly now: string;
  readonly near?: boolean;
  /** running unless said otherwise; met and late are over */
  readonly state?: 'running' | 'paused' | 'met' | 'late';
  /** Reporters see the date and never a reproach: lateness is told in words elsewhere. */
  readonly area?: 'public' | 'staff';
}

/** The due chip: its words say what its colour says. */
export function Due({ due, now, near = false, state = 'running', area = 'staff' }: DueProps) {
  const lang = useLang();
  const w = useWords();
  if (!due) return <span class="due">{w.staff.due.none}</span>;
  if (area === 'public') {
    return (
      <span class="due">
        {w.standing.by} <time dateTime={due}>{date(lang, due)}</time>
      </span>
    );
  }
  const [look, text] = chip(w.staff.due, { due, now, near, state });
  return (
    <span class={`due ${look}`}>
      <b>{text}</b> <time dateTime={due}>{date(lang, due, 'short')}</time>
    </span>
  );
}

type Running = Required<Pick<DueProps, 'now' | 'near' | 'state'>> & { readonly due: string };

function chip(word: StaffWords['due'], { due, now, near, state }: Running): readonly [string, string] {
  if (state === 'paused') return ['paused', word.paused];
  if (state === 'met') return ['met', word.met];
  if (state === 'late') return ['met', word.metLate];
  const { kind, days } = dueStanding(due, now, near);
  if (kind === 'overdue') return ['overdue', days === 0 ? word.overdueToday : word.overdue(days)];
  if (kind === 'today') return ['near', word.today];
  return kind === 'near' ? ['near', word.near(days)] : ['', word.by];
}
