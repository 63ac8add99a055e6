import { Injectable } from '@nestjs/common';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { CaseQuery } from './worklist-query';
import { casesOf, isOpen } from './worklist-query';

export interface Load {
  readonly open: number;
  readonly overdue: number;
}

/** The open cases of the desk, by step and by who has them. */
export interface UnitView {
  readonly steps: readonly (Load & { readonly step: number })[];
  /** Those with most overdue first; `name` null: nobody has them yet. */
  readonly people: readonly (Load & { readonly name: string | null })[];
  readonly all: Load;
}

interface Row<Key> {
  readonly key: Key;
  readonly open: number | string;
  readonly overdue: number | string;
}

/** Counts over open cases only: they do not grow with the archive. */
@Injectable()
export class UnitWork {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async of(looker: Looker): Promise<UnitView> {
    const bySteps = await this.counted<number>(looker, 'f.step');
    const byPeople = await this.counted<string | null>(looker, 'f.assignee');
    const names = await this.directory.names(byPeople.map(({ key }) => key).filter((id) => id !== null));
    const people = byPeople.map(({ key, ...load }) => ({
      ...load,
      name: key === null ? null : (names.get(key) ?? key),
    }));
    return {
      steps: bySteps.map(({ key, ...load }) => ({ ...load, step: Number(key) })).sort((a, b) => a.step - b.step),
      people: people.sort((a, b) => b.overdue - a.overdue || b.open - a.open),
      all: { open: sum(bySteps, 'open'), overdue: sum(bySteps, 'overdue') },
    };
  }

  private async counted<Key>(looker: Looker, column: string): Promise<readonly (Load & { readonly key: Key })[]> {
    const query = casesOf(this.database, looker);
    isOpen(query);
    const rows = await grouped(query, column, this.clock.now()).getRawMany<Row<Key>>();
    return rows.map(({ key, open, overdue }) => ({ key, open: Number(open), overdue: Number(overdue) }));
  }
}

const grouped = (query: CaseQuery, column: string, now: string): CaseQuery =>
  query
    .select(column, 'key')
    .addSelect('COUNT(*)', 'open')
    .addSelect('SUM(CASE WHEN f.next_due_at < :now THEN 1 ELSE 0 END)', 'overdue')
    .setParameter('now', now)
    .groupBy(column);

const sum = (loads: readonly Load[], which: keyof Load): number => loads.reduce((all, load) => all + load[which], 0);
