import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Province } from '../agencies/agencies';
import { nextOf } from '../platform/database/counter';
import { sql } from '../platform/database/sql';
import { drawNumber } from './case-number.rules';
import type { NewCase } from './new-case';

/** Above every number the desk will ever need in a year. */
const ALTERNATIVE_FROM = 900_000;

/** The two numbers of a case: one drawn and public, one counted and internal. */
@Injectable()
export class CaseNumbers {
  constructor(private readonly province: Province) {}

  /** Drawn until free; taken numbers are kept for ever, so none is used twice. */
  async draw(em: EntityManager, fiscalYear: number): Promise<string> {
    const prefix = { code: this.province.code, short: this.province.profile.numberPrefix };
    for (;;) {
      const number = drawNumber(prefix, fiscalYear);
      const [taken] = await sql(
        em,
        'INSERT INTO case_number (number) VALUES ($1) ON CONFLICT (number) DO NOTHING RETURNING number',
        [number],
      );
      if (taken) return number;
    }
  }

  /** What the alternative unit handles is counted apart: a gap in the desk's numbers would tell that it is there. */
  async register(em: EntityManager, fiscalYear: number, { handledBy }: NewCase): Promise<number> {
    if (!handledBy) return nextOf(em, this.province.code, `register-${fiscalYear}`);
    return ALTERNATIVE_FROM + (await nextOf(em, this.province.code, `register-${handledBy}-${fiscalYear}`));
  }
}
