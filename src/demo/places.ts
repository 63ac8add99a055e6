import type { Province } from '../agencies/agencies';
import type { Agency } from '../agencies/profile';
import type { Random } from './random';
import type { OfficeName } from './words/topic';

/** Somewhere in the province: a real authority's area, an invented village number. */
export interface Place {
  readonly district: string;
  readonly words: string;
  readonly local: Agency;
}

const TOWN = 'เทศบาลเมือง';
const SMALL = /^(องค์การบริหารส่วนตำบล|เทศบาลตำบล)/;

/** Which offices a place has, and who stands above whom. */
export class Places {
  private readonly locals: readonly Agency[];

  constructor(private readonly province: Province) {
    this.locals = province.agencies.filter(({ kind, district }) => kind === 'local' && district);
  }

  draw(random: Random): Place {
    const local = this.locals.length > 0 ? random.one(this.locals) : this.province.desk;
    const district = local.district ?? 'unknown';
    return { district, local, words: this.wordsOf(local, random) };
  }

  /** The office that a topic names, in this place; the desk itself where the profile has no such agency. */
  office(name: OfficeName, place: Place): Agency {
    if (name === 'LOCAL') return place.local;
    if (name === 'DISTRICT') return this.of('district', place.district) ?? this.province.desk;
    if (name === 'STATION') return this.of('police', place.district) ?? this.named('POLICE');
    return this.named(name);
  }

  /** One level up: whom an accusation against this agency's officials is sent to. */
  above(agency: Agency, place: Place): Agency {
    if (agency.kind === 'local') return this.of('district', agency.district ?? place.district) ?? this.named('DLA');
    if (agency.kind === 'district') return this.named('PADM');
    if (agency.kind === 'police') return this.named('POLICE');
    if (/HOSP/.test(agency.code)) return this.named('PPHO');
    if (agency.kind === 'education') return this.named('PEO');
    return this.named('PROVOFF');
  }

  /** Those that somebody answers for in the demo: all districts, the towns, and these. */
  answering(names: readonly string[]): readonly Agency[] {
    const districts = this.province.agencies.filter(({ kind }) => kind === 'district');
    const towns = this.locals.filter(({ nameTh }) => nameTh.startsWith(TOWN));
    const named = names.map((name) => this.named(name)).filter((agency) => agency !== this.province.desk);
    return [...new Set([...named, ...districts, ...towns])];
  }

  named(name: string): Agency {
    return this.province.agency(`${this.province.code}-${name}`) ?? this.province.desk;
  }

  private of(kind: Agency['kind'], district: string): Agency | undefined {
    return this.province.agencies.find((agency) => agency.kind === kind && agency.district === district);
  }

  private wordsOf(local: Agency, random: Random): string {
    const district = local.district ? (this.province.district(local.district)?.nameTh ?? '') : '';
    const village = random.whole(1, 9);
    if (SMALL.test(local.nameTh)) {
      return `หมู่ที่ ${village} ตำบล${local.nameTh.replace(SMALL, '')} อำเภอ${district}`;
    }
    return `ชุมชนที่ ${village} ในเขต${local.nameTh}`;
  }
}
