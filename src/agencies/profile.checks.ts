import { parseDay } from '../platform/thai/dates';
import { CHANNELS, CLOCKS, COMMON_TYPES, INDICATORS, REFUSAL_GROUNDS, RETENTION_CLASSES, STARTS } from './codes';
import { agencyKeys, districtKeys } from './names';
import type { Path } from './positions';
import type { Profile } from './profile';
import type { HolidayFile } from './profile.holidays';
import type { Fault } from './profile.shape';

type Coded = readonly { readonly code: string }[];

/** What the shape alone cannot see: codes that are twice, missing or unknown, and names that mean two things. */
export function profileFaults(profile: Profile): readonly Fault[] {
  return [
    ...codeFaults(profile),
    ...agencyFaults(profile),
    ...districtFaults(profile),
    ...clockFaults(profile),
    ...profile.indicators.flatMap((indicator, i) =>
      (indicator.target === null) === (indicator.ownerTh === null) &&
      (indicator.target === null) === (indicator.ownerEn === null)
        ? []
        : [fault(['indicators', i], 'a target needs its owner in both languages, and no target has none')],
    ),
    ...profile.retention.flatMap(({ basis, verified }, i) =>
      verified && basis === 'U' ? [fault(['retention', i, 'verified'], 'what is verified has a basis: D, R or L')] : [],
    ),
    ...profile.officeHours.flatMap((hours, i) =>
      hours.from < hours.to ? [] : [fault(['officeHours', i], '"from" must be before "to"')],
    ),
  ];
}

export function holidayFaults(file: HolidayFile): readonly Fault[] {
  const seen = new Set<string>();
  return file.holidays.flatMap((day, i) => {
    const path = ['holidays', i, 'date'];
    if (day.date === null) return day.year ? [] : [fault(path, 'a day without a date needs its year')];
    if (!isDay(day.date)) return [fault(path, `"${day.date}" is not a day, write YYYY-MM-DD`)];
    const key = `${day.date} ${day.nameTh}`;
    if (seen.has(key)) return [fault(path, `${day.date} stands twice under one name`)];
    seen.add(key);
    return [];
  });
}

function codeFaults(profile: Profile): readonly Fault[] {
  const lists: readonly (readonly [string, Coded, readonly string[]])[] = [
    ['agencies', profile.agencies, []],
    ['districts', profile.districts, ['outside', 'unknown']],
    ['channels', profile.channels, CHANNELS],
    ['types', profile.types, COMMON_TYPES],
    ['clocks', profile.clocks, CLOCKS],
    ['indicators', profile.indicators, INDICATORS],
    ['refusalGrounds', profile.refusalGrounds, REFUSAL_GROUNDS],
    ['retention', profile.retention, RETENTION_CLASSES],
  ];
  return lists.flatMap(([name, list, required]) => [
    ...twice(list).map(({ code, i }) => fault([name, i, 'code'], `the code "${code}" stands twice`)),
    ...required
      .filter((code) => !list.some((item) => item.code === code))
      .map((code) => fault([name], `the code "${code}" is missing`)),
  ]);
}

function agencyFaults(profile: Profile): readonly Fault[] {
  const districts = new Set(profile.districts.map(({ code }) => code));
  const desks = profile.agencies.filter(({ isDesk }) => isDesk).length;
  return [
    ...(desks === 1 ? [] : [fault(['agencies'], `exactly one agency must be the desk (isDesk), found ${desks}`)]),
    ...profile.agencies.flatMap((agency, i) => [
      ...(agency.code.startsWith(`${profile.code}-`)
        ? []
        : [fault(['agencies', i, 'code'], `"${agency.code}" must begin with ${profile.code}-`)]),
      ...(agency.district === undefined || districts.has(agency.district)
        ? []
        : [fault(['agencies', i, 'district'], `there is no district "${agency.district}"`)]),
    ]),
    ...shared('agencies', profile.agencies, (agency) => agencyKeys(agency, profile)),
  ];
}

function districtFaults(profile: Profile): readonly Fault[] {
  return [
    ...profile.districts.flatMap(({ code }, i) =>
      /^\d/.test(code) && !code.startsWith(profile.nationalCode)
        ? [fault(['districts', i, 'code'], `"${code}" is not a district of province ${profile.nationalCode}`)]
        : [],
    ),
    ...shared('districts', profile.districts, (district) => districtKeys(district)),
  ];
}

function clockFaults(profile: Profile): readonly Fault[] {
  return profile.clocks.flatMap(({ code, start, ladder, extension, pause }, i) => [
    ...(STARTS[code].includes(start)
      ? []
      : [fault(['clocks', i, 'start'], `the clock "${code}" may start at: ${STARTS[code].join(', ')}`)]),
    ...ladder.flatMap(({ rung }, r) =>
      rung === r + 1 ? [] : [fault(['clocks', i, 'ladder', r, 'rung'], `rungs count 1, 2, 3 …; here stands ${rung}`)],
    ),
    ...(extension && extension.grantors.length !== extension.times
      ? [fault(['clocks', i, 'extension', 'grantors'], `name one grantor for each of the ${extension.times} times`)]
      : []),
    ...(pause.allowed || pause.maxDays === null
      ? []
      : [fault(['clocks', i, 'pause', 'maxDays'], 'a clock that may not pause has no limit for it')]),
  ]);
}

/** Names that point to two things: the second is the fault. */
function shared<T extends { readonly code: string }>(
  list: string,
  items: readonly T[],
  keys: (item: T) => readonly NamedKey[],
): readonly Fault[] {
  const owner = new Map<string, string>();
  return items.flatMap((item, i) =>
    keys(item).flatMap(({ key, field }) => {
      const first = owner.get(key);
      if (first === undefined) owner.set(key, item.code);
      return first === undefined || first === item.code
        ? []
        : [fault([list, i, ...field], `this name points to ${first} and to ${item.code}`)];
    }),
  );
}

function twice(list: Coded): readonly { readonly code: string; readonly i: number }[] {
  return list
    .map(({ code }, i) => ({ code, i }))
    .filter(({ code, i }) => list.findIndex((other) => other.code === code) < i);
}

type NamedKey = { readonly key: string; readonly field: Path };

const fault = (path: Path, reason: string): Fault => ({ path, reason });

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) === text;
