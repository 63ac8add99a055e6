import type { AccusedKind, CorruptionAlleged, IdentityKind, ReporterKind } from '../cases/codes';
import type { Status } from '../cases/moves.rules';
import type { Say } from '../platform/errors';
import { say } from '../platform/errors';
import { UNKNOWN } from './mapping.checks';
import type { RegisterMapping } from './mapping.shape';
import { cleanCell } from './register-file';
import { keyOf } from './register-key.rules';
import type { RegisterDates } from './register-dates.rules';
import { readDates, readReceived } from './register-dates.rules';
import type { Named, RegisterWords } from './register-words';

/** A row as it goes in: codes and dates of ours; only `allegation` is a text, and it will be sealed. */
export interface RegisterEntry extends RegisterDates {
  readonly key: string;
  readonly receivedOn: string;
  readonly channel: string;
  readonly type: string;
  readonly identityKind: IdentityKind;
  readonly reporterKind: ReporterKind | null;
  readonly accusedKind: AccusedKind | null;
  readonly accusedAgency: string | null;
  readonly corruptionAlleged: CorruptionAlleged | null;
  readonly district: string;
  /** Name of a district that the province does not know. */
  readonly unlistedDistrict: string | null;
  readonly agencies: readonly Named[];
  readonly registryNo: string | null;
  readonly status: Status;
  readonly allegation: string | null;
}

export type RowReading =
  { readonly entry: RegisterEntry; readonly warnings: readonly Say[] } | { readonly rejected: Say };

/** The cell of a column, normalised and trimmed; empty when the mapping names no such column. */
export type Cells = (column: string | undefined) => string;

export interface ReadingRules {
  readonly mapping: RegisterMapping;
  readonly words: RegisterWords;
  /** Bangkok day of the import. */
  readonly today: string;
}

/** PROCESS §5: rejected only what cannot be counted; everything else goes in, with what is odd about it said. */
export function readRow(cells: Cells, { mapping, words, today }: ReadingRules): RowReading {
  const { columns, dates } = mapping;
  const key = keyOf(mapping.key.map(cells));
  if ('rejected' in key) return key;
  const received = readReceived(cells(columns.receivedOn), dates, today);
  if ('rejected' in received) return received;
  const channel = words.code('channel', cells(columns.channel));
  if (channel === undefined) return { rejected: unknownChannel(cells(columns.channel)) };

  const warnings: Say[] = [];
  const receivedOn = received.day;
  const agencies = readAgencies(cells, mapping, words, warnings);
  const entry: RegisterEntry = {
    ...key,
    ...readDates(cells, mapping, { receivedOn, today }, warnings),
    ...readDistrict(cells(columns.district), words, warnings),
    receivedOn,
    channel,
    type: readType(cells(columns.type), words, warnings),
    identityKind: readIdentity(cells(columns.identity), words),
    reporterKind: codeOrNull<ReporterKind>(words.code('reporterKind', cells(columns.reporterKind))),
    accusedKind: codeOrNull<AccusedKind>(words.code('accusedKind', cells(columns.accusedKind))),
    accusedAgency: readAccusedAgency(cells(columns.accusedAgency), words, warnings),
    corruptionAlleged: codeOrNull<CorruptionAlleged>(words.code('corruptionAlleged', cells(columns.corruptionAlleged))),
    agencies,
    registryNo: cells(columns.registryNo).slice(0, 40) || null,
    status: readStatus(cells(columns.status), words, agencies),
    allegation: cells(columns.allegation) || null,
  };
  return { entry, warnings };
}

function readType(word: string, words: RegisterWords, warnings: Say[]): string {
  const code = word === '' ? undefined : words.code('type', word);
  if (code === undefined) warnings.push(word === '' ? NO_TYPE : unknownType(word));
  return code ?? 'unsorted';
}

/** Who gave a name in an old register did not give it for everybody to read. */
const readIdentity = (word: string, words: RegisterWords): IdentityKind =>
  (words.code('identity', word) ?? 'confidential') as IdentityKind;

/** closed and reported as the mapping says; anything else is still with the agencies. A referred case is past sorting. */
function readStatus(word: string, words: RegisterWords, agencies: readonly Named[]): Status {
  const status = (words.code('status', word) ?? 'referred') as Status;
  return status === 'received' && agencies.length > 0 ? 'referred' : status;
}

function readDistrict(
  name: string,
  words: RegisterWords,
  warnings: Say[],
): Pick<RegisterEntry, 'district' | 'unlistedDistrict'> {
  const named = words.district(name);
  if (named === null || 'code' in named) return { district: named?.code ?? UNKNOWN, unlistedDistrict: null };
  warnings.push(unlistedDistrict(named.unlisted));
  return { district: UNKNOWN, unlistedDistrict: named.unlisted };
}

/** Each office once, in the order of the cell: the first one leads. */
function readAgencies(
  cells: Cells,
  { columns }: RegisterMapping,
  words: RegisterWords,
  warnings: Say[],
): readonly Named[] {
  if (!columns.agencies) return [];
  const { column, split } = columns.agencies;
  const cell = cells(column);
  const names = split === undefined ? [cell] : cell.split(split).map((name) => name.trim());
  const found = new Map<string, Named>();
  for (const name of names) {
    const named = words.agency('agencies', name);
    if (named === null) continue;
    const office = 'code' in named ? named.code : named.unlisted;
    if (found.has(office)) warnings.push(twice(name));
    else tellAgency(name, named, warnings);
    found.set(office, found.get(office) ?? named);
  }
  return [...found.values()];
}

function readAccusedAgency(name: string, words: RegisterWords, warnings: Say[]): string | null {
  const named = words.agency('accusedAgency', name);
  if (named === null) return null;
  tellAgency(name, named, warnings);
  return 'code' in named ? named.code : null;
}

function tellAgency(name: string, named: Named, warnings: Say[]): void {
  if ('unlisted' in named) warnings.push(unlistedAgency(name));
  else if (named.mended) warnings.push(mendedAgency(name, named.code));
}

const codeOrNull = <Code extends string>(code: string | undefined): Code | null =>
  code === undefined || code === UNKNOWN ? null : (code as Code);

/** Enough of a cell to find it again. */
function quoted(cell: string): string {
  const word = cleanCell(cell);
  return word.length > 60 ? `${word.slice(0, 60)}…` : word;
}

const NO_TYPE = say('ไม่ได้ระบุประเภท นับเป็น “ยังไม่คัดแยก”', 'no type; counted as unsorted');

const unknownType = (word: string): Say =>
  say(`ไม่รู้จักประเภท “${quoted(word)}” นับเป็น “ยังไม่คัดแยก”`, `unknown type "${quoted(word)}"; counted as unsorted`);

const unknownChannel = (word: string): Say =>
  word === ''
    ? say('ไม่ได้ระบุช่องทาง', 'no channel')
    : say(`ไม่รู้จักช่องทาง “${quoted(word)}”`, `unknown channel "${quoted(word)}"`);

const unlistedDistrict = (name: string): Say =>
  say(`ไม่พบอำเภอ “${quoted(name)}” ในบัญชี`, `unknown district "${quoted(name)}"; kept as unlisted`);

const unlistedAgency = (name: string): Say =>
  say(`ไม่พบหน่วยงาน “${quoted(name)}” ในบัญชี`, `unknown agency "${quoted(name)}"; kept as unlisted`);

const mendedAgency = (name: string, code: string): Say =>
  say(`ชื่อ “${quoted(name)}” พิมพ์ผิดจังหวัด อ่านเป็น ${code}`, `"${quoted(name)}" has a wrong province; read as ${code}`);

const twice = (name: string): Say =>
  say(`มีหน่วยงาน “${quoted(name)}” ซ้ำในแถวเดียวกัน นับครั้งเดียว`, `agency "${quoted(name)}" stands twice; counted once`);
