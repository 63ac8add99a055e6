import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import { COMMAND } from '../audit/entry';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { chunks, sql } from '../platform/database/sql';
import { bangkokDay, fiscalYearOf } from '../platform/thai/dates';
import { MappingError, checkColumns, loadMapping } from './mapping';
import type { RegisterMapping } from './mapping.shape';
import { RegisterEntries } from './register-entries';
import { decode, readRegister } from './register-file';
import type { Note, Plan } from './register-plan.rules';
import { planImport } from './register-plan.rules';
import type { RegisterEntry } from './register-row.rules';
import { RegisterWords } from './register-words';

/** What went in and what did not, by data row. */
export interface Imported {
  readonly accepted: number;
  readonly rejected: readonly Note[];
  readonly warnings: readonly Note[];
  /** Rows that an earlier run brought in; they are left as they are. */
  readonly alreadyThere: number;
}

/** Old registers as imported history: no receipt, no notice, no clock; the figures count it (PROCESS §5). */
@Injectable()
export class RegisterImport {
  constructor(
    private readonly database: Database,
    private readonly entries: RegisterEntries,
    private readonly province: Province,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings a register file in; a dry run says what would happen and changes nothing. An interrupted import is
   * finished by running it again.
   * @throws MappingError when the mapping or the file cannot be used at all.
   */
  async bringIn(register: string, mappingFile: string, { dryRun }: { readonly dryRun: boolean }): Promise<Imported> {
    const mapping = loadMapping(mappingFile, this.province);
    const file = readRegister(decode(bytesOf(register), mapping.encoding));
    checkColumns(mapping, register, file.columns);
    const words = new RegisterWords(mapping, this.province);
    const today = bangkokDay(this.clock.now());
    const plan = planImport(file, { mapping, words, today }, await this.keysOf(mapping.register));
    if (!dryRun) await this.enter(mapping, plan);
    const { entries, rejected, warnings, alreadyThere } = plan;
    return { accepted: entries.length, rejected, warnings, alreadyThere };
  }

  private async enter({ register }: RegisterMapping, plan: Plan): Promise<void> {
    for (const some of batchesOf(plan.entries)) {
      await this.database.write(async () => {
        for (const entry of some) await this.entries.enter(register, entry);
      });
      if (this.database.isSqlite) await setTimeout(BREATH_MS);
    }
    const { entries, rejected, warnings, alreadyThere } = plan;
    await this.audit.record({
      actor: COMMAND,
      act: 'register.import',
      subjectKind: 'register',
      subjectId: register,
      data: { accepted: entries.length, rejected: rejected.length, warnings: warnings.length, alreadyThere },
    });
  }

  private async keysOf(register: string): Promise<ReadonlySet<string>> {
    const text = 'SELECT import_key AS key FROM case_file WHERE province = $1 AND import_register = $2';
    const rows = await sql<{ key: string }>(this.database.reader, text, [this.province.code, register]);
    return new Set(rows.map(({ key }) => key));
  }
}

/** Rows a write: half a second, so that a running server waits no longer for its turn. */
const BATCH = 40;

/** SQLite has no queue: who waits for a write looks again every 100 ms at most, and must find the door open then. */
const BREATH_MS = 130;

/**
 * Rows of one fiscal year to a write: a second year's register number, taken while the story's number is held, would
 * meet a filing on PostgreSQL that took them the other way round (see `nextOf`).
 */
function batchesOf(entries: readonly RegisterEntry[]): RegisterEntry[][] {
  const years = new Map<number, RegisterEntry[]>();
  for (const entry of entries) {
    const year = fiscalYearOf(entry.receivedOn);
    const same = years.get(year);
    if (same) same.push(entry);
    else years.set(year, [entry]);
  }
  return [...years.values()].flatMap((ofYear) => chunks(ofYear, BATCH));
}

function bytesOf(register: string): Buffer {
  try {
    return readFileSync(register);
  } catch {
    throw new MappingError(`${basename(register)}: the register cannot be read.`);
  }
}
