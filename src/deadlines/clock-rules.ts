import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { ClockCode } from '../agencies/codes';
import type { ClockRule } from '../agencies/profile.clocks';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { StoredRule } from './clock-rule.entity';
import type { Deadline } from './deadline.entity';
import { countingPart, countsAlike } from './rule-version.rules';
import type { CountingRule } from './rule-version.rules';

/** The profile changed a rule that runs have begun under, and left its version as it was. */
export class RuleWithoutNewVersion extends Error {
  constructor(clock: ClockCode, version: number) {
    super(
      `The profile's clock "${clock}" is not what it was, but still version ${version}. Raise its "version": ` +
        'clocks that run keep the rule they began with.',
    );
  }
}

type Version = Pick<Deadline, 'clock' | 'ruleVersion'>;

/** Every rule of the clocks that runs have begun under, by version: today's rule is for tomorrow's runs alone. */
@Injectable()
export class ClockRules implements OnModuleInit {
  private readonly stored = new Map<string, CountingRule>();

  constructor(
    private readonly database: Database,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleWithoutNewVersion */
  async onModuleInit(): Promise<void> {
    await this.read();
    for (const rule of this.province.profile.clocks) {
      const kept = this.stored.get(keyOf({ clock: rule.code, ruleVersion: rule.version }));
      if (kept && !countsAlike(kept, rule)) throw new RuleWithoutNewVersion(rule.code, rule.version);
    }
  }

  /** For runs that begin now. */
  today(clock: ClockCode): ClockRule {
    return this.province.clock(clock);
  }

  /** The rule a run began with. It must have been read. */
  of({ clock, ruleVersion }: Version): CountingRule {
    const today = this.today(clock);
    return today.version === ruleVersion ? today : (this.stored.get(keyOf({ clock, ruleVersion })) ?? today);
  }

  /** So that `of` knows these: another process may have begun runs under a newer profile. */
  async know(runs: readonly Version[]): Promise<void> {
    const isKnown = (run: Version) => this.today(run.clock).version === run.ruleVersion || this.stored.has(keyOf(run));
    if (!runs.every(isKnown)) await this.read();
  }

  /** Inside the write in which runs begin. */
  async keep(runs: readonly Version[]): Promise<void> {
    const province = this.province.code;
    for (const { clock, ruleVersion } of runs.filter((run) => !this.stored.has(keyOf(run)))) {
      const rule = countingPart(this.of({ clock, ruleVersion }));
      const row: StoredRule = { province, clock, version: ruleVersion, rule, keptAt: this.clock.now() };
      await this.database.write((em) =>
        em.createQueryBuilder().insert().into(StoredRule).values(row).orIgnore().execute(),
      );
      this.database.afterCommit(() => this.stored.set(keyOf({ clock, ruleVersion }), rule));
    }
  }

  private async read(): Promise<void> {
    const rows = await this.database.reader.findBy(StoredRule, { province: this.province.code });
    for (const { clock, version, rule } of rows) this.stored.set(keyOf({ clock, ruleVersion: version }), rule);
  }
}

const keyOf = ({ clock, ruleVersion }: Version): string => `${clock} ${ruleVersion}`;
