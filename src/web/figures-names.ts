import type { Province } from '../agencies/agencies';
import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';
import { UNLISTED } from '../statistics/agency-counts';
import { figuresPageWords } from './figures-words';

interface Named {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly nameMs?: string;
}

/** Names of the codes in the figures, in one language; a code that the profile no longer knows stands for itself. */
export class Names {
  constructor(
    private readonly province: Province,
    readonly lang: Lang,
  ) {}

  /** Codes in the order of the profile. */
  get channels(): readonly string[] {
    return this.province.channels.map(({ code }) => code);
  }

  channel(code: string): string {
    return this.of(this.province.channel(code)) ?? code;
  }

  type(code: string): string {
    return this.of(this.province.type(code)) ?? code;
  }

  district(code: string): string {
    return this.of(this.province.district(code)) ?? code;
  }

  agency(code: string | null): string {
    if (code === UNLISTED) return figuresPageWords(this.lang).unlisted;
    if (code === null) return words(this.lang).field.unknown;
    return this.of(this.province.agency(code)) ?? code;
  }

  private of(named: Named | undefined): string | undefined {
    if (this.lang === 'ms') return named?.nameMs ?? named?.nameEn;
    return this.lang === 'en' ? named?.nameEn : named?.nameTh;
  }
}
