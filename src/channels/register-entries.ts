import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { NewCase } from '../cases/new-case';
import type { LineData } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { Facts } from '../statistics/facts';
import { Compartments } from '../vault/compartments';
import { Vault } from '../vault/vault';
import { RegisterReferrals } from './register-referrals';
import { startOfDay } from './register-dates.rules';
import type { RegisterEntry } from './register-row.rules';
import { UnlistedNames } from './unlisted-names';

/** One row of an old register becomes a case, where the register says it stands. */
@Injectable()
export class RegisterEntries {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly referrals: RegisterReferrals,
    private readonly unlisted: UnlistedNames,
    private readonly facts: Facts,
    private readonly compartments: Compartments,
    private readonly vault: Vault,
  ) {}

  async enter(register: string, entry: RegisterEntry): Promise<CaseFile> {
    return this.database.write(async () => {
      const opening = newCase(register, entry);
      const line = { kind: 'imported', by: { kind: 'import', id: null }, at: opening.receivedAt } as const;
      const data = await this.told(entry);
      const file = await this.cases.open(opening, { ...line, data }, (made) => this.seal(made, entry));
      for (const [at, agency] of entry.agencies.entries()) {
        await this.referrals.enter(file, entry, { agency, lead: at === 0 });
      }
      await this.count(file);
      return file;
    });
  }

  /** Its own key pairs from the start: whoever works on it later must be able to seal to it. */
  private async seal(file: CaseFile, { allegation }: RegisterEntry): Promise<Partial<CaseFile>> {
    await this.compartments.openCase(file, null);
    if (allegation === null) return {};
    return { allegationItem: await this.vault.seal(file, 'dialogue', 'allegation', allegation) };
  }

  /** When a closed case was closed the register does not say: it is counted, without a day. */
  private async count({ id, status, step, open, outcome }: CaseFile): Promise<void> {
    if (open) return;
    await this.facts.move(id, { on: null, status, step, completed: true, ...(outcome ? { outcome } : {}) });
  }

  private async told(entry: RegisterEntry): Promise<LineData> {
    const { dueOn, statusReportedOn, letterOn, reminders, unlistedDistrict } = entry;
    const district = unlistedDistrict && (await this.unlisted.idOf('district', unlistedDistrict));
    return { dueOn, statusReportedOn, letterOn, reminders, ...(district ? { unlistedDistrict: district } : {}) };
  }
}

const newCase = (register: string, entry: RegisterEntry): NewCase => ({
  channel: entry.channel,
  receivedAt: startOfDay(entry.receivedOn),
  identityKind: entry.identityKind,
  reporterKind: entry.reporterKind,
  type: entry.type,
  corruptionAlleged: entry.corruptionAlleged,
  accusedKind: entry.accusedKind,
  agencyCode: entry.accusedAgency,
  district: entry.district,
  occurredOn: entry.occurredOn,
  registryNo: entry.registryNo,
  status: entry.status,
  imported: { register, key: entry.key, dueOn: entry.dueOn },
});
