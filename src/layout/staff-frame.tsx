import { useWords } from './language';
import { ACCOUNT_PATH, SIGN_OUT_PATH, STAFF_PATHS, type NavItem } from './nav';
import { Brand, Menu } from './public-frame';

/** The officer at the screen, in words. */
export interface LookerWords {
  readonly name: string;
  readonly roles: readonly string[];
}

interface StaffHeaderProps {
  readonly path: string;
  readonly nav: readonly NavItem[];
  readonly province?: string | undefined;
  readonly looker: LookerWords | null;
}

export function StaffHeader({ path, nav, province, looker }: StaffHeaderProps) {
  const { app } = useWords();
  return (
    <>
      <header class="bar">
        <Brand province={province} home={looker ? STAFF_PATHS.mine : '/'} />
        {looker ? <SignedIn {...looker} /> : null}
      </header>
      <Menu label={app.menu} nav={nav} path={path} />
    </>
  );
}

/** Five minutes: by then a supervisor should have started the process anew. */
const STANDS_STILL = 5;

/** Proof of life of the clockwork, under every page inside (DESIGN §4). */
export function StaffFooter({ clockAge }: { readonly clockAge: number }) {
  const { clockwork } = useWords().staff;
  return (
    <footer class="foot">
      <p>{clockAge >= STANDS_STILL ? <strong>{clockwork.still(clockAge)}</strong> : clockwork.goes(clockAge)}</p>
    </footer>
  );
}

function SignedIn({ name, roles }: LookerWords) {
  const { menu, terms } = useWords().staff;
  return (
    <form class="who" method="post" action={SIGN_OUT_PATH}>
      <p>
        <span class="sr">{terms.signedInAs} </span>
        <a href={ACCOUNT_PATH} title={menu.account}>
          {name}
        </a>{' '}
        <small>{roles.join(' · ')}</small>
      </p>
      <button type="submit" class="quiet">
        {menu.signOut}
      </button>
    </form>
  );
}
