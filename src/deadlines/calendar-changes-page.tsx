import { ErrorSummary, Buttons, Form, Submit, errorOf } from '../layout/form';
import { Radios } from '../layout/choices';
import { DateField, Field } from '../layout/field';
import { useLang } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { Table } from '../layout/table';
import { date, digits } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { calendarWords } from './calendar-words';
import type { CalendarVersion } from './calendar-version.entity';
import type { MovedClock, Preview } from './calendar-preview';

const MOST_SHOWN = 500;
const MOST_DAYS = 4;

/** A form that has to be mended. */
export interface SentChange {
  readonly values: FormValues;
  readonly trouble: FormTrouble;
}

export const changePath = (no: number): string => `${STAFF_PATHS.calendar}/changes/${no}`;

/** For the administrator: days announced after the file was made. */
export function AnnounceForm({ sent }: { readonly sent: SentChange | null }) {
  const w = calendarWords(useLang());
  const values = sent?.values ?? {};
  const of = (name: string) => ({ name, value: typed(values, name), error: errorOf(sent?.trouble.fields, name) });
  return (
    <details open={sent !== null}>
      <summary>{w.announce}</summary>
      {sent && sent.trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{sent.trouble.message}</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={sent?.trouble.fields} />
      <Form action={`${STAFF_PATHS.calendar}/changes`} label={w.announce}>
        <p>{w.announceWhy}</p>
        <Radios
          {...of('kind')}
          label={w.kind}
          options={(['closes', 'opens'] as const).map((value) => ({ value, label: w.kinds[value] }))}
          required
        />
        <DateField {...of('from')} label={w.from} required />
        <DateField {...of('until')} label={w.until} hint={w.untilHint} />
        <Field {...of('nameTh')} label={w.nameTh} hint={w.nameThHint} />
        <Field {...of('nameEn')} label={w.nameEn} />
        <Field {...of('letterNo')} label={w.letterNo} required />
        <Submit label={w.propose} />
      </Form>
    </details>
  );
}

/** Every version there ever was, newest first, with what it changed. */
export function Versions({ versions }: { readonly versions: readonly CalendarVersion[] }) {
  const lang = useLang();
  const w = calendarWords(lang);
  const { columns } = w;
  return (
    <Table
      id="versions"
      title={w.versions}
      narrow="cards"
      empty={w.noVersions}
      columns={[columns.no, columns.what, columns.letter, columns.since, columns.state].map((head) => ({ head }))}
      rows={versions.map((version) => ({
        cells: [
          <a href={changePath(version.no)}>{digits(lang, version.no)}</a>,
          whatOf(lang, version),
          version.letterNo ? digits(lang, version.letterNo) : w.origins[version.origin],
          date(lang, version.proposedAt, 'short'),
          w.states[version.state],
        ],
      }))}
    />
  );
}

interface ChangeProps {
  readonly version: CalendarVersion;
  /** Null for who sees no cases. */
  readonly preview: Preview | null;
  readonly mayDecide: boolean;
  readonly mayUndo: boolean;
  readonly agencyName: (code: string) => string;
  readonly numberIn: (number: string) => string;
}

/** One change: what it does, which due dates it moves and who is told, then one button. */
export function CalendarChangePage({ version, preview, mayDecide, mayUndo, ...names }: ChangeProps) {
  const lang = useLang();
  const w = calendarWords(lang);
  const isGoing = version.carriedAt === null && version.state !== 'proposed' && version.state !== 'refused';
  return (
    <>
      <p>
        <a href={STAFF_PATHS.calendar}>‹ {w.back}</a>
      </p>
      <p>
        {whatOf(lang, version)}
        {version.letterNo ? ` · ${digits(lang, version.letterNo)}` : ''} · {w.states[version.state]}
      </p>
      {isGoing ? <p>{w.going}</p> : null}
      {preview ? <Moves isAhead={version.state === 'proposed'} {...{ preview, ...names }} /> : <p>{w.noPreview}</p>}
      {mayDecide ? (
        <Form action={`${changePath(version.no)}/approval`}>
          <Buttons>
            <Submit label={w.approve} name="decision" value="approve" />
            <Submit label={w.refuse} name="decision" value="refuse" look="quiet" />
          </Buttons>
        </Form>
      ) : null}
      {mayUndo ? (
        <Form action={`${changePath(version.no)}/undoing`}>
          <p>{w.undoWhy}</p>
          <Submit label={w.undo} look="quiet" />
        </Form>
      ) : null}
    </>
  );
}

type MovesProps = Pick<ChangeProps, 'agencyName' | 'numberIn'> & {
  readonly preview: Preview;
  readonly isAhead: boolean;
};

function Moves({ preview, isAhead, agencyName, numberIn }: MovesProps) {
  const lang = useLang();
  const w = calendarWords(lang);
  const { moved, unmoved, staying } = preview;
  const { clocks } = words(lang).staff;
  return (
    <Table
      id="moves"
      title={isAhead ? w.ahead : w.behind}
      narrow="cards"
      empty={w.nothingMoves}
      columns={[w.number, w.clock, w.was, w.will, w.told].map((head) => ({ head }))}
      rows={moved.slice(0, MOST_SHOWN).map((one) => ({
        cells: [
          <a href={`/cases/${one.number}/deadlines`}>{numberIn(one.number)}</a>,
          clocks[one.clock],
          date(lang, one.was, 'short'),
          date(lang, one.will, 'short'),
          toldIn(lang, one, agencyName),
        ],
      }))}
      notes={[
        ...(moved.length > MOST_SHOWN ? [w.mostShown(MOST_SHOWN)] : []),
        ...(unmoved > 0 ? [w.unmoved(unmoved)] : []),
        ...(staying > 0 ? [w.staying(staying)] : []),
      ]}
    />
  );
}

function toldIn(lang: Lang, { told, assignee, agencyCode }: MovedClock, agencyName: (code: string) => string): string {
  const w = calendarWords(lang);
  const one = (who: MovedClock['told'][number]): string => {
    if (who === 'agency') return agencyCode ? agencyName(agencyCode) : w.tells.agency;
    return who === 'assignee' ? (assignee ?? w.nobodyYet) : w.tells[who];
  };
  return told.map(one).join(' · ');
}

/** `หยุด ๒ ม.ค. ๒๕๗๐` */
export function whatOf(lang: Lang, { change: { closes, opens }, no }: CalendarVersion): string {
  const w = calendarWords(lang);
  const listed = (days: readonly string[]): string =>
    [
      ...days.slice(0, MOST_DAYS).map((day) => date(lang, day, 'short')),
      ...(days.length > MOST_DAYS ? [w.more(days.length - MOST_DAYS)] : []),
    ].join(lang === 'th' ? ' ' : ', ');
  const names = [...new Set(closes.map(({ nameTh, nameEn }) => (lang === 'th' ? nameTh : nameEn)))];
  const parts = [
    ...(closes.length > 0 ? [`${w.closes(listed(closes.map(({ day }) => day)))} ${names.slice(0, 2).join(', ')}`] : []),
    ...(opens.length > 0 ? [w.opens(listed(opens))] : []),
  ];
  return parts.length === 0 || no === 1 ? w.whole : parts.join(' · ');
}
