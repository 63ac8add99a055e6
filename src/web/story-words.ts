import type { LineData } from '../cases/story-line';
import { date } from '../layout/words/format';
import { words } from '../layout/words/words';
import { recordsWords } from '../records/words';
import type { SheetLine } from './case-sheet';
import type { Place } from './place';
import { mailboxWords } from './mailbox-words';
import { webWords } from './words';

type Value = LineData[string];
type Telling = (place: Place, value: string | number | true) => string | null;

/** Looks a code up in a list of words; an unknown code is told as nothing rather than as a code. */
const named =
  (list: (place: Place) => object): Telling =>
  (place, value) =>
    (list(place) as Readonly<Record<string, string>>)[String(value)] ?? null;

const staff = ({ lang }: Place) => words(lang).staff;
const caseFile = ({ lang }: Place) => words(lang).caseFile;
const agency: Telling = (place, value) => place.agency(String(value));

/** What a line's codes say in words. Ids, and codes that say nothing to a reader, are left out. */
const TELLINGS: Readonly<Record<string, Telling>> = {
  agency,
  agencyCode: agency,
  toAgencyCode: agency,
  competentBody: agency,
  body: named(({ lang }) => webWords(lang).told.bodies),
  channel: (place, value) => place.channel(String(value)),
  type: (place, value) => place.type(String(value)),
  corruptionAlleged: named((place) => caseFile(place).corruptionAlleged),
  ground: named((place) => caseFile(place).refusalGrounds),
  finding: named((place) => staff(place).findings),
  outcome: named((place) => staff(place).outcomes),
  kind: named((place) => staff(place).rulings),
  clock: named((place) => staff(place).clocks),
  approval: named(({ lang }) => webWords(lang).approvals),
  order: named(({ lang }) => webWords(lang).told.orders),
  mode: named(({ lang }) => webWords(lang).told.modes),
  rung: ({ lang }, value) => webWords(lang).told.rung(Number(value)),
  date: ({ lang }, value) => date(lang, String(value)),
  due: ({ lang }, value) => `${webWords(lang).told.until} ${date(lang, String(value))}`,
  hold: named(({ lang }) => recordsWords(lang).holds),
  openingReason: named(({ lang }) => words(lang).openingReasons),
  authority: named(({ lang }) => words(lang).authorities),
  question: ({ lang }) => webWords(lang).told.question,
  safety: ({ lang }, value) => mailboxWords(lang).safetyStates[value === 'safe' ? 'safe' : 'unsafe'],
  day: ({ lang }, value) => mailboxWords(lang).safetyDay(Number(value)),
};

/** The particulars of a line in the page's language, in the order in which the line carries them. */
export function particulars(place: Place, { data, concerns }: SheetLine): readonly string[] {
  const told = Object.entries(data).flatMap(([key, value]) => tell(place, key, value) ?? []);
  return concerns === null ? told : [...told, concerns];
}

function tell(place: Place, key: string, value: Value | undefined): string | null {
  if (value === null || value === undefined || value === false || typeof value === 'object') return null;
  return TELLINGS[key]?.(place, value) ?? null;
}
