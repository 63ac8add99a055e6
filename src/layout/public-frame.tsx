import type { Lang } from '../platform/http/language';
import { useLang, useWords } from './language';
import { LEAVE_URL, SIGN_IN_PATH, type NavItem } from './nav';
import { safeUrl } from './safe-url';
import { LANGUAGE_NAMES } from './words/words';

interface FrameProps {
  readonly path: string;
  readonly nav: readonly NavItem[];
  readonly province?: string | undefined;
}

/** The name, the way out at once, the doors and the languages. */
export function PublicHeader({ path, nav, province }: FrameProps) {
  const { app, nav: word } = useWords();
  return (
    <>
      <header class="bar">
        <Brand province={province} home="/" />
        <a class="leave" href={LEAVE_URL} rel="noreferrer noopener">
          {word.leave}
          <span aria-hidden="true"> ✕</span>
        </a>
      </header>
      <div class="doors">
        <Menu label={app.menu} nav={nav} path={path} />
        <Languages path={path} />
      </div>
    </>
  );
}

export function Brand({ province, home }: { readonly province?: string | undefined; readonly home: string }) {
  const { app } = useWords();
  return (
    <a class="brand" href={home}>
      <b>{app.name}</b> <span>{province ? app.of(province) : app.purpose}</span>
    </a>
  );
}

export function Menu({ label, nav, path }: { readonly label: string } & FrameProps) {
  if (nav.length === 0) return null;
  return (
    <nav class="menu" aria-label={label}>
      <ul>
        {nav.map(({ href, label: name }) => (
          <li key={href}>
            <a href={safeUrl(href)} aria-current={href === path ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Languages({ path }: { readonly path: string }) {
  const current = useLang();
  const { app } = useWords();
  return (
    <nav class="langs" aria-label={app.language}>
      <ul>
        {(Object.keys(LANGUAGE_NAMES) as Lang[]).map((lang) => (
          <li key={lang}>
            <a
              href={safeUrl(`${path}?lang=${lang}`)}
              lang={lang}
              hreflang={lang}
              aria-current={lang === current ? 'true' : undefined}
            >
              {LANGUAGE_NAMES[lang]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What every form must say stands under every page (DOMAIN §5). */
export function PublicFooter() {
  const { app } = useWords();
  return (
    <footer class="foot">
      <p>{app.danger}</p>
      <p>{app.notPolice}</p>
      <p>{app.noTracking}</p>
      <p>
        <a href={SIGN_IN_PATH}>{app.staffDoor}</a>
      </p>
    </footer>
  );
}
