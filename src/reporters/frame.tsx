import type { ComponentChildren } from 'preact';
import type { Province } from '../agencies/agencies';
import { spokenNumber } from '../cases/case-number.rules';
import { Page, renderPage } from '../layout/page';
import type { Lang } from '../platform/http/language';

/** What every reporter's page stands in. */
export interface PublicFrame {
  readonly lang: Lang;
  readonly province: Province;
  readonly trialMode: boolean;
}

export const provinceName = ({ lang, province: { profile } }: PublicFrame): string =>
  lang === 'th' ? profile.nameTh : profile.nameEn;

/** The case number as the reader's language writes it. */
export function numberIn({ lang, province: { profile } }: PublicFrame, number: string): string {
  return lang === 'th' ? spokenNumber({ code: profile.code, short: profile.numberPrefix }, number) : number;
}

export function framed(frame: PublicFrame, title: string, path: string, children: ComponentChildren): string {
  const { lang, trialMode } = frame;
  return renderPage(
    <Page lang={lang} title={title} path={path} area="public" trialMode={trialMode} province={provinceName(frame)}>
      {children}
    </Page>,
  );
}
