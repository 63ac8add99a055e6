import type { ComponentChildren } from 'preact';
import type { Province } from '../agencies/agencies';
import { Page, renderPage } from '../layout/page';
import type { Lang } from '../platform/http/language';

/** What every public page here needs to know of where it stands. */
export interface PublicFrame {
  readonly lang: Lang;
  readonly province: Province;
  readonly trialMode: boolean;
}

export interface PublicContent {
  readonly title: string;
  readonly lead: string;
  readonly path: string;
  readonly children: ComponentChildren;
}

export const publicPage = ({ lang, province, trialMode }: PublicFrame, content: PublicContent): string =>
  renderPage(
    <Page lang={lang} area="public" trialMode={trialMode} province={inLanguage(lang, province.profile)} {...content} />,
  );

interface Named {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly nameMs?: string | undefined;
}

/** A name of the profile in the page's language; where it has no Malay one, the English. */
export const inLanguage = (lang: Lang, { nameTh, nameEn, nameMs }: Named): string =>
  lang === 'th' ? nameTh : lang === 'ms' ? (nameMs ?? nameEn) : nameEn;
