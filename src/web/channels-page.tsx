import type { Channel } from '../agencies/profile';
import { ButtonLink, Buttons } from '../layout/form';
import { PUBLIC_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { digits } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';
import { CLAIM_PATH } from '../reporters/track-page';
import type { PublicFrame } from './public-frame';
import { inLanguage, publicPage } from './public-frame';
import { publicWords } from './public-words';

/** Kept only while somebody is at the desk. */
const IN_OFFICE_HOURS: readonly Channel['code'][] = ['walk_in', 'telephone', 'information_centre'];

/** The province's open ways in, each with what it means for whoever uses it. */
export function channelsPage(frame: PublicFrame): string {
  const { lang, province } = frame;
  const { channels } = publicWords(lang);
  const hours = officeHours(frame);
  const children = (
    <>
      <Notice>
        <p>{channels.code}</p>
        <p>
          <a href={CLAIM_PATH}>{channels.open}</a>
        </p>
      </Notice>
      {province.openChannels().map((channel) => (
        <ChannelPart key={channel.code} lang={lang} channel={channel} hours={hours} />
      ))}
      <Buttons>
        <ButtonLink href={PUBLIC_PATHS.file} label={words(lang).nav.file} />
        <ButtonLink href={PUBLIC_PATHS.safety} label={words(lang).nav.safety} look="quiet" />
      </Buttons>
    </>
  );
  return publicPage(frame, { title: channels.title, lead: channels.lead, path: PUBLIC_PATHS.channels, children });
}

interface ChannelProps {
  readonly lang: Lang;
  readonly channel: Channel;
  readonly hours: string;
}

function ChannelPart({ lang, channel, hours }: ChannelProps) {
  const w = publicWords(lang).channels;
  const { code, kind, address } = channel;
  return (
    <section>
      <h2>{inLanguage(lang, channel)}</h2>
      <p>{w.how[code]}</p>
      {IN_OFFICE_HOURS.includes(code) ? <p class="hint">{w.hours(hours)}</p> : null}
      {address ? (
        <p>
          {w.address}: <b>{address}</b>
        </p>
      ) : code === 'website' || kind === 'body' || code === 'mobile_unit' ? null : (
        <p class="hint">{w.noAddress}</p>
      )}
    </section>
  );
}

/** `08:30–12:00, 13:00–16:30` as the language writes times. */
function officeHours({ lang, province }: PublicFrame): string {
  const times = province.profile.officeHours.map(({ from, to }) => `${from}–${to}`).join(', ');
  return lang === 'th' ? `${digits(lang, times.replaceAll(':', '.'))} น.` : times;
}
