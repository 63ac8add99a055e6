import type { INestApplicationContext, Type } from '@nestjs/common';
import { OfficersService } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import { Trail } from '../audit/trail';
import { importLines } from '../channels/import-lines';
import { RegisterImport } from '../channels/register-import';
import { certificateText, explanationText } from './clockwork';
import { Certificates } from '../deadlines/certificates';
import { ClockSheets } from '../deadlines/clock-sheets';
import { Calendars } from '../deadlines/calendars';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { Cases } from '../cases/cases';
import { Clock } from '../platform/clock';
import { WrongFields, say } from '../platform/errors';
import { addDays, bangkokDay, parseDay } from '../platform/thai/dates';
import { Indicators } from '../indicators/indicators.service';
import { told } from '../indicators/telling';
import { Backup } from '../records/backup';
import { BackupKeys } from '../records/backup-keys';
import { readFiscalYear } from '../statistics/fiscal-year';
import { Statistics } from '../statistics/statistics.service';
import type { Command } from './arguments';
import { backupText, sheetsText } from './backups';
import { indicatorsText, statisticsText } from './figures';

/** What a command prints on stdout, and whether it found what it should. */
export interface Outcome {
  readonly text: string;
  readonly failed?: boolean;
}

type Named<Name extends Command['name']> = Extract<Command, { readonly name: Name }>;
type Work = Exclude<Command, { readonly name: 'help' | 'restore' | 'server-secret' }>;

/** The rooms' own services, called by an officer at the machine instead of a browser. */
export class Commands {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly readSecret: () => Promise<string>,
  ) {}

  run(command: Work): Promise<Outcome> {
    switch (command.name) {
      case 'import-register':
        return this.importRegister(command);
      case 'statistics':
        return this.statistics(command);
      case 'indicators':
        return this.indicators(command);
      case 'user add':
        return this.addUser(command);
      case 'audit verify':
        return this.verifyAudit(command);
      case 'deadlines explain':
        return this.explain(command);
      case 'deadlines certificate':
        return this.certificate(command);
      case 'backup-key':
        return this.makeBackupKey(command);
      case 'backup':
        return this.backUp(command);
    }
  }

  private async importRegister({ file, map, dryRun }: Named<'import-register'>): Promise<Outcome> {
    const imported = await this.get(RegisterImport).bringIn(file, map, { dryRun });
    return { text: lines(...importLines(imported)) };
  }

  private async statistics({ year, all, format }: Named<'statistics'>): Promise<Outcome> {
    const statistics = this.get(Statistics);
    const scope = { province: this.get(Province).code };
    const fiscalYear = readFiscalYear(year, statistics.today);
    const years = all ? await statistics.allYears(scope) : [await statistics.year(scope, fiscalYear)];
    return { text: statisticsText(years, all, format) };
  }

  private async indicators({ year, format }: Named<'indicators'>): Promise<Outcome> {
    const indicators = this.get(Indicators);
    const fiscalYear = readFiscalYear(year, indicators.today);
    const results = (await indicators.table(fiscalYear)).map((one) => told(one, 'th'));
    return { text: indicatorsText(fiscalYear, results[0]?.asOf ?? indicators.today, results, format) };
  }

  private async addUser({ fullName, username, roles, agencyCode }: Named<'user add'>): Promise<Outcome> {
    const password = await this.readSecret();
    const officer = await this.get(OfficersService).add({ username, name: fullName, roles, agencyCode, password });
    return { text: lines(`added ${officer.username}`) };
  }

  private async verifyAudit({ head: noted }: Named<'audit verify'>): Promise<Outcome> {
    const trail = this.get(Trail);
    const { code } = this.get(Province);
    const head = await trail.head(code);
    const broken = await trail.verify(code, noted);
    if (broken !== null) return { text: lines(`broken at row ${broken}`), failed: true };
    return { text: lines(`rows ${head.no}`, `head ${head.no}:${head.mac}`, 'unbroken') };
  }

  private async explain({ number }: Named<'deadlines explain'>): Promise<Outcome> {
    const file = await this.get(Cases).byNumber(new CaseNumberPipe(this.get(Province)).transform(number));
    const { rows } = await this.get(ClockSheets).whole(file);
    return explanationText(file.number, rows.runs, await this.get(Calendars).look());
  }

  private async certificate({ day: asked }: Named<'deadlines certificate'>): Promise<Outcome> {
    const day = asked === undefined ? addDays(bangkokDay(this.get(Clock).now()), -1) : parseDay(asked);
    if (!day) throw WrongFields.one('date', say('อ่านวันที่ไม่ได้', 'This day cannot be read.'));
    return certificateText(day, await this.get(Certificates).of(day));
  }

  private async makeBackupKey({ replace }: Named<'backup-key'>): Promise<Outcome> {
    return { text: sheetsText(await this.get(BackupKeys).make(replace)) };
  }

  private async backUp({ file }: Named<'backup'>): Promise<Outcome> {
    const report = await this.get(Backup).write(file);
    return { text: lines(...backupText(report)), ...(report.missing > 0 ? { failed: true } : {}) };
  }

  private get<T>(type: Type<T> | (abstract new () => T)): T {
    return this.app.get<T>(type, { strict: false });
  }
}

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
