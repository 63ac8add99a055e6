import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '../platform/http/language';
import { FONT, ICON, STYLE } from './assets';
import { PublicFooter, PublicHeader } from './public-frame';
import { LanguageContext } from './language';
import { publicNav, type NavItem } from './nav';
import { Flash, TrialBanner, type FlashMessage } from './notice';
import { StaffFooter, StaffHeader, type LookerWords } from './staff-frame';
import { words } from './words/words';

export interface PageProps {
  readonly lang: Lang;
  /** The page's one h1 and, with the system's name, its title. */
  readonly title: string;
  /** Path of this page without query, for the language links and the mark in the menu. */
  readonly path: string;
  readonly area: 'public' | 'staff';
  readonly trialMode: boolean;
  /** Province in the page's language, without the word for it. */
  readonly province?: string;
  readonly looker?: LookerWords | null;
  /** Left out: the public doors on public pages, none inside. */
  readonly nav?: readonly NavItem[];
  readonly flash?: FlashMessage | null;
  /** One sentence under the heading. */
  readonly lead?: string;
  /** Inside: whole minutes since the clockwork last went round; null when that is not known. */
  readonly clockAge?: number | null;
  /** Pages of tables use the whole width; text keeps to a column that can be read. */
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
}

/** A whole page: head, frame, banner, heading, content. Nothing inline, nothing from elsewhere. */
export function Page(props: PageProps) {
  const { lang, title, path, area, looker } = props;
  const nav = props.nav ?? (area === 'public' ? publicNav(lang) : []);
  const w = words(lang);
  return (
    <LanguageContext.Provider value={lang}>
      <html lang={lang}>
        <Head title={title === w.app.name ? title : `${title} · ${w.app.name}`} area={area} />
        <body class={props.wide ? `${area} wide` : area}>
          <a class="skip" href="#content">
            {w.app.skip}
          </a>
          {props.trialMode ? <TrialBanner /> : null}
          {area === 'public' ? (
            <PublicHeader path={path} nav={nav} province={props.province} />
          ) : (
            <StaffHeader path={path} nav={nav} province={props.province} looker={looker ?? null} />
          )}
          <main id="content" tabIndex={-1}>
            {props.flash ? <Flash {...props.flash} /> : null}
            <h1>{title}</h1>
            {props.lead ? <p class="lead">{props.lead}</p> : null}
            {props.children}
          </main>
          {area === 'public' ? <PublicFooter /> : null}
          {props.clockAge === undefined || props.clockAge === null ? null : <StaffFooter clockAge={props.clockAge} />}
        </body>
      </html>
    </LanguageContext.Provider>
  );
}

/** A reporter's tab shows no picture, and so asks for none. */
function Head({ title, area }: Pick<PageProps, 'title' | 'area'>) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="format-detection" content="telephone=no" />
      <link rel="preload" href={FONT.href} as="font" type="font/woff2" crossOrigin="anonymous" />
      <link rel="stylesheet" href={STYLE.href} />
      <link rel="icon" href={area === 'public' ? 'data:,' : ICON.href} />
    </head>
  );
}

/** The HTML text of a page, doctype first. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
