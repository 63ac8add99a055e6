import type { ChannelCode, ClockCode, IndicatorCode, RefusalGroundCode, RetentionClass } from './codes';
import { coreKey, districtKey, districtKeys, nameKey, writtenNames } from './names';
import type { Agency, Channel, ComplaintType, District, Profile, RefusalGround, RetentionRule } from './profile';
import type { ClockRule } from './profile.clocks';
import type { IndicatorProfile, OTopic } from './profile.figures';
import type { Holiday } from './profile.holidays';
import type { LoadedProfile } from './profile.loader';

export interface AgencyMatch {
  readonly agency: Agency;
  /** The province's name was a misprint and was mended; the caller notes it. */
  readonly corrected: boolean;
}

/** The province as the rest of the house sees it. Immutable; one per process. */
export class Province {
  readonly profile: Profile;
  readonly code: string;
  readonly desk: Agency;
  readonly holidayVersion: string;
  private readonly byCode: ReadonlyMap<string, Agency>;
  private readonly byName: ReadonlyMap<string, Agency>;
  private readonly byCore: ReadonlyMap<string, Agency | null>;
  private readonly districtsByName: ReadonlyMap<string, District>;

  constructor(private readonly loaded: LoadedProfile) {
    const { profile, holidays } = loaded;
    this.profile = profile;
    this.code = profile.code;
    this.holidayVersion = holidays.version;
    this.byCode = new Map(profile.agencies.map((agency) => [agency.code, agency]));
    const names = profile.agencies.flatMap((agency) => this.namesOf(agency).map((name) => [name, agency] as const));
    this.byName = new Map(names.map(([name, agency]) => [nameKey(name, profile), agency]));
    this.byCore = onlyOnes(names.map(([name, agency]) => [coreKey(name, profile), agency]));
    this.districtsByName = new Map(profile.districts.flatMap((one) => districtKeys(one).map(({ key }) => [key, one])));
    this.desk = known(
      'desk',
      profile.code,
      profile.agencies.find(({ isDesk }) => isDesk),
    );
  }

  /** All agencies in directory order. */
  get agencies(): readonly Agency[] {
    return this.profile.agencies;
  }

  get districts(): readonly District[] {
    return this.profile.districts;
  }

  get channels(): readonly Channel[] {
    return this.profile.channels;
  }

  get types(): readonly ComplaintType[] {
    return this.profile.types;
  }

  /** Days this province keeps on which government offices are closed. */
  get holidays(): readonly (Holiday & { readonly date: string })[] {
    return this.loaded.holidays.holidays.filter(
      (day): day is Holiday & { readonly date: string } => day.date !== null && day.closed && this.keeps(day),
    );
  }

  /** Days somebody still has to decide on: no date yet, or listed as open or disputed. */
  get undecidedHolidays(): readonly Holiday[] {
    return this.loaded.holidays.holidays.filter((day) => this.keeps(day) && (day.date === null || !day.closed));
  }

  agency(code: string): Agency | undefined {
    return this.byCode.get(code);
  }

  /** By code, name, abbreviation or alias, however it is spaced or shortened. */
  findAgency(text: string): Agency | undefined {
    return this.matchAgency(text)?.agency;
  }

  /** As `findAgency`, and says whether the province's name had to be mended. */
  matchAgency(text: string): AgencyMatch | undefined {
    const agency = this.byCode.get(text.trim()) ?? this.named(text);
    if (agency) return { agency, corrected: false };
    const wrong = this.profile.misprints.find((name) => text.includes(name));
    const mended = wrong && this.named(text.replaceAll(wrong, this.profile.nameTh));
    return mended ? { agency: mended, corrected: true } : undefined;
  }

  district(code: string): District | undefined {
    return this.profile.districts.find((district) => district.code === code);
  }

  /** By code or name, with or without the word "district"; another province's places answer `outside`, an empty field `unknown`. */
  findDistrict(text: string): District | undefined {
    const key = districtKey(text);
    return key === '' ? this.district('unknown') : (this.district(text.trim()) ?? this.districtsByName.get(key));
  }

  channel(code: string): Channel | undefined {
    return this.profile.channels.find((channel) => channel.code === code);
  }

  type(code: string): ComplaintType | undefined {
    return this.profile.types.find((type) => type.code === code);
  }

  /** Whether this type accuses somebody; unsorted and unknown types are held as if they did. */
  isAccusation(typeCode: string): boolean {
    return typeCode === 'unsorted' || (this.type(typeCode)?.accusation ?? true);
  }

  clock(code: ClockCode): ClockRule {
    return known(
      'clock',
      code,
      this.profile.clocks.find((clock) => clock.code === code),
    );
  }

  indicator(code: IndicatorCode): IndicatorProfile {
    return known(
      'indicator',
      code,
      this.profile.indicators.find((indicator) => indicator.code === code),
    );
  }

  refusalGround(code: RefusalGroundCode): RefusalGround {
    return known(
      'refusal ground',
      code,
      this.profile.refusalGrounds.find((ground) => ground.code === code),
    );
  }

  retention(code: RetentionClass): RetentionRule {
    return known(
      'retention class',
      code,
      this.profile.retention.find((rule) => rule.code === code),
    );
  }

  /** True ways in, in the profile's order. */
  openChannels(): readonly Channel[] {
    return this.profile.channels.filter(({ open, publicityOnly }) => open && !publicityOnly);
  }

  isChannel(code: string): code is ChannelCode {
    return this.channel(code) !== undefined;
  }

  /** The integrity assessment's number of a topic in a fiscal year (BE), or undefined when not known. */
  oNumber(fiscalYear: number, topic: OTopic): string | undefined {
    return this.profile.onumbers.find((row) => row.fiscalYear === fiscalYear && row.topic === topic)?.number;
  }

  private named(text: string): Agency | undefined {
    return this.byName.get(nameKey(text, this.profile)) ?? this.byCore.get(coreKey(text, this.profile)) ?? undefined;
  }

  private namesOf(agency: Agency): readonly string[] {
    const written = writtenNames(agency).map(({ text }) => text);
    const district = agency.kind === 'district' && agency.district ? this.district(agency.district) : undefined;
    return district ? [...written, ...[district.nameTh, ...district.aliases].map((name) => `อำเภอ${name}`)] : written;
  }

  private keeps(day: Holiday): boolean {
    return day.provinces.length === 0 || day.provinces.includes(this.code);
  }
}

/** Names that belong to one agency alone; shared ones answer null. Empty names are left out. */
function onlyOnes(pairs: readonly (readonly [string, Agency])[]): ReadonlyMap<string, Agency | null> {
  const found = new Map<string, Agency | null>();
  for (const [name, agency] of pairs) {
    if (name === '') continue;
    const other = found.get(name);
    found.set(name, other === undefined || other === agency ? agency : null);
  }
  return found;
}

function known<T>(what: string, code: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`The profile has no ${what} "${code}".`);
  return value;
}
