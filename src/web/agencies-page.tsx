import type { Agency, AgencyKind, Channel } from '../agencies/profile';
import { Table } from '../layout/table';
import { count } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import { inLanguage } from './public-frame';
import { webWords } from './words';

export interface UnlistedRow {
  readonly kind: 'agency' | 'district';
  readonly name: string;
}

interface AgenciesProps {
  readonly lang: Lang;
  readonly agencies: readonly Agency[];
  readonly channels: readonly Channel[];
  /** null: not for this looker. */
  readonly unlisted: readonly UnlistedRow[] | null;
}

/** The province's directory in its own order, the desk's channels, and for the administrator the names still unknown. */
export function AgenciesPage({ lang, agencies, channels, unlisted }: AgenciesProps) {
  return (
    <>
      {unlisted ? <Unlisted lang={lang} unlisted={unlisted} /> : null}
      <Channels lang={lang} channels={channels} />
      <Directory lang={lang} agencies={agencies} />
    </>
  );
}

function Directory({ lang, agencies }: Pick<AgenciesProps, 'lang' | 'agencies'>) {
  const w = webWords(lang).agencies;
  const kinds: Readonly<Record<AgencyKind, string>> = w.kinds;
  return (
    <Table
      id="directory"
      title={w.directory}
      unit={w.entries}
      narrow="cards"
      columns={[
        { head: w.name },
        { head: w.code },
        { head: w.kind },
        { head: w.promised, align: 'number' },
        { head: w.source },
      ]}
      rows={agencies.map((agency) => ({
        cells: [
          inLanguage(lang, agency),
          <code>{agency.code}</code>,
          kinds[agency.kind],
          count(lang, agency.promise?.channels),
          agency.verified ? (agency.source ?? null) : w.unverified,
        ],
      }))}
    />
  );
}

function Channels({ lang, channels }: Pick<AgenciesProps, 'lang' | 'channels'>) {
  const w = webWords(lang).agencies;
  const stateOf = ({ open, publicityOnly }: Channel): string => (publicityOnly ? w.publicity : open ? w.open : w.shut);
  return (
    <Table
      id="channels"
      title={w.channels}
      narrow="cards"
      columns={[{ head: w.name }, { head: w.code }, { head: w.channelState }]}
      rows={channels.map((channel) => ({
        cells: [inLanguage(lang, channel), <code>{channel.code}</code>, stateOf(channel)],
      }))}
    />
  );
}

function Unlisted({ lang, unlisted }: { readonly lang: Lang; readonly unlisted: readonly UnlistedRow[] }) {
  const w = webWords(lang).agencies;
  return (
    <Table
      id="unlisted"
      title={w.unlisted}
      narrow="cards"
      empty={w.noUnlisted}
      columns={[{ head: w.name }, { head: w.kind }]}
      rows={unlisted.map(({ kind, name }) => ({ cells: [name, w.unlistedKinds[kind]] }))}
      notes={unlisted.length > 0 ? [w.unlistedLead] : []}
    />
  );
}
