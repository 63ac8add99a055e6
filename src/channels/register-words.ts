import type { Province } from '../agencies/agencies';
import { searchKey } from '../platform/thai/normalise';
import { UNKNOWN, allowedCodes } from './mapping.checks';
import type { RegisterMapping, Values, Words } from './mapping.shape';
import { cleanCell } from './register-file';

type Field = keyof Values;

/** An office or place as the register names it: known by its code, or only by that name. */
export type Named = { readonly code: string; readonly mended: boolean } | { readonly unlisted: string };

/** Reads a register's words: as the mapping says, or as our own codes, else `*`; offices and districts by their names too. */
export class RegisterWords {
  private readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  private readonly allowed: ReturnType<typeof allowedCodes>;

  constructor(
    mapping: Pick<RegisterMapping, 'values'>,
    private readonly province: Province,
  ) {
    this.allowed = allowedCodes(province);
    const fields = Object.entries(mapping.values) as [Field, Words | undefined][];
    this.words = new Map(fields.map(([field, words]) => [field, keyed(words)]));
  }

  /** Our code, or undefined when nobody said what this word means. */
  code(field: Field, word: string): string | undefined {
    return this.own(field, word) ?? this.words.get(field)?.get('*');
  }

  /** null: no office is meant. */
  agency(field: 'agencies' | 'accusedAgency', name: string): Named | null {
    const code = this.own(field, name);
    if (code !== undefined) return code === UNKNOWN ? null : { code, mended: false };
    if (name === '') return null;
    const match = this.province.matchAgency(name);
    if (match) return { code: match.agency.code, mended: match.corrected };
    return this.rest(field, name);
  }

  district(name: string): Named | null {
    const code = this.own('district', name) ?? this.province.findDistrict(name)?.code;
    if (code !== undefined) return { code, mended: false };
    return this.rest('district', name);
  }

  private own(field: Field, word: string): string | undefined {
    const mapped = this.words.get(field)?.get(searchKey(word));
    return mapped ?? (this.allowed[field](word) ? word : undefined);
  }

  private rest(field: Field, name: string): Named | null {
    const code = this.words.get(field)?.get('*');
    if (code === undefined) return { unlisted: cleanCell(name) };
    return code === UNKNOWN && field !== 'district' ? null : { code, mended: false };
  }
}

const keyed = (words: Words | undefined): ReadonlyMap<string, string> =>
  new Map(Object.entries(words ?? {}).map(([word, code]) => [searchKey(word), code]));
