import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may, reach } from '../access/matrix';
import { dueStanding } from '../layout/due.rules';
import type { PressingList } from '../proceedings/limit-cards';
import { LimitCards } from '../proceedings/limit-cards';
import { Clock } from '../platform/clock';
import type { CaseRow } from './case-rows';
import type { Decision } from './decisions';
import { Decisions } from './decisions';
import { Worklist } from './worklist';
import type { Restriction } from './worklist-query';
import { anyOf } from './worklist-query';

/** A morning's work fits on one page; the rest is in the worklist. */
const MOST = 100;

/** What waits for one person, most pressing first; already cleared for her. */
export interface DeskView {
  /** null: this person handles no cases. */
  readonly mine: {
    readonly overdue: readonly CaseRow[];
    readonly today: readonly CaseRow[];
    readonly near: readonly CaseRow[];
    readonly later: readonly CaseRow[];
  } | null;
  /** New cases nobody has yet; null where that is not this person's business. */
  readonly unassigned: readonly CaseRow[] | null;
  readonly decisions: readonly Decision[];
  /** Legal limits of other bodies that are near or past; null: none, or not this person's business. */
  readonly limits: Pick<PressingList, 'total' | 'past'> | null;
}

@Injectable()
export class Desk {
  constructor(
    private readonly worklist: Worklist,
    private readonly decisions: Decisions,
    private readonly limits: LimitCards,
    private readonly clock: Clock,
  ) {}

  async of(looker: Looker): Promise<DeskView> {
    const handles = may(looker, 'case.list') !== null;
    return {
      mine: handles ? this.sorted(await this.worklist.open(looker, [waitsFor(looker)], MOST)) : null,
      unassigned: may(looker, 'case.sort') ? await this.worklist.open(looker, [isNew], MOST) : null,
      decisions: await this.decisions.waitingFor(looker),
      limits: may(looker, 'case.rule') ? await this.pressing(looker) : null,
    };
  }

  private async pressing(looker: Looker): Promise<DeskView['limits']> {
    const { total, past } = await this.limits.pressing(looker, undefined);
    return total > 0 ? { total, past } : null;
  }

  private sorted(rows: readonly CaseRow[]): NonNullable<DeskView['mine']> {
    const now = this.clock.now();
    const kindOf = ({ nextDueAt, near }: CaseRow) => (nextDueAt ? dueStanding(nextDueAt, now, near).kind : 'later');
    const those = (kind: ReturnType<typeof kindOf>) => rows.filter((row) => kindOf(row) === kind);
    return { overdue: those('overdue'), today: those('today'), near: those('near'), later: those('later') };
  }
}

const isNew: Restriction = (query) => query.andWhere(`f.assignee IS NULL AND f.step = 2`);

/** Given to this person; for an executive what is reported to him; for an agency its open referrals. */
const waitsFor = (looker: Looker): Restriction => {
  const me = looker.officerId;
  return anyOf([
    ['f.assignee = :me', { me }],
    ['f.investigator = :me', { me }],
    ...(may(looker, 'case.order') ? ([[`f.status = 'reported'`, {}]] as const) : []),
    ...(reach(looker, 'case.list').includes('own')
      ? ([
          [
            `EXISTS (SELECT 1 FROM referral rw WHERE rw.case_id = f.id AND rw.agency_code = :myAgency
               AND rw.state IN ('sent','accepted'))`,
            { myAgency: looker.agencyCode ?? '' },
          ],
        ] as const)
      : []),
  ]);
};
