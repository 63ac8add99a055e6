import type { LineData, LineKind } from '../cases/story-line';

/** How often who she is was looked at, when last, and why, by the reason of the list (KEYS K7). */
export interface Openings {
  readonly times: number;
  /** UTC instant. */
  readonly last: string;
  readonly reason: string;
}

/** Who ordered that she, or an original file, be disclosed; and whether it was given. */
export interface Disclosure {
  readonly authority: string;
  /** Local days. */
  readonly orderedOn: string;
  readonly givenOn: string | null;
  readonly what: 'identity' | 'original';
}

interface Told {
  readonly kind: LineKind;
  readonly at: string;
  readonly data: LineData;
}

/** An order of disclosure may forbid telling her before a day (custody's `disclosure.rules`); then nothing of it is told. */
const mayBeTold = ({ data }: Told, today: string): boolean =>
  !(typeof data.tellFrom === 'string' && data.tellFrom > today);

/** Null as long as nobody looked. @param today local day */
export function openingsIn(story: readonly Told[], today: string): Openings | null {
  const opened = story.filter((line) => line.kind === 'identityOpened' && mayBeTold(line, today));
  const last = opened.at(-1);
  return last ? { times: opened.length, last: last.at, reason: String(last.data.openingReason) } : null;
}

/** Orders of disclosure that she may be told of today, oldest first. @param today local day */
export function disclosuresIn(story: readonly Told[], today: string): readonly Disclosure[] {
  const given = new Map(
    story.filter(({ kind }) => kind === 'disclosureGiven').map(({ data }) => [data.disclosure, String(data.date)]),
  );
  return story
    .filter((line) => line.kind === 'disclosureOrdered' && mayBeTold(line, today))
    .map(({ data }) => ({
      authority: String(data.authority),
      orderedOn: String(data.date),
      givenOn: given.get(data.disclosure) ?? null,
      what: typeof data.exhibitNo === 'number' ? 'original' : 'identity',
    }));
}
