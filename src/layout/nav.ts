import type { Lang } from '../platform/http/language';
import { words, type Words } from './words/words';

export interface NavItem {
  readonly href: string;
  readonly label: string;
}

/** Where the public pages live. */
export const PUBLIC_PATHS = {
  file: '/complaints/new',
  track: '/status',
  channels: '/channels',
  stats: '/statistics',
  safety: '/safety',
} as const;

/** Where the pages inside live, in the order of the menu. */
export const STAFF_PATHS = {
  mine: '/desk',
  unit: '/desk/unit',
  all: '/cases',
  newCase: '/desk/complaints/new',
  search: '/search',
  notices: '/notices',
  statistics: '/desk/statistics',
  indicators: '/indicators',
  measures: '/measures',
  proceedings: '/proceedings',
  agencies: '/agencies',
  calendar: '/calendar',
  records: '/records',
  breaches: '/records/breaches',
  custody: '/custody',
  clockwork: '/clockwork',
  units: '/units',
  people: '/people',
  audit: '/audit',
} as const;

export type StaffPage = keyof typeof STAFF_PATHS & keyof Words['staff']['menu'];

/** The opening ceremony, to be printed. */
export const CEREMONY_PATH = '/units/ceremony';

/** The officer's own account, behind her name. */
export const ACCOUNT_PATH = '/account';
export const SIGN_IN_PATH = '/sign-in';
export const SIGN_OUT_PATH = '/sign-out';

/** Weather: a page nobody wonders about. No script may be needed, so it is a plain link. */
export const LEAVE_URL = 'https://www.tmd.go.th/';

/** The five doors of the public frame. */
export function publicNav(lang: Lang): readonly NavItem[] {
  const { nav } = words(lang);
  return (['file', 'track', 'channels', 'stats', 'safety'] as const).map((page) => ({
    href: PUBLIC_PATHS[page],
    label: nav[page],
  }));
}

/** The menu of one officer: the pages her roles open, always in the same order. */
export function staffNav(lang: Lang, pages: readonly StaffPage[]): readonly NavItem[] {
  const { menu } = words(lang).staff;
  return (Object.keys(STAFF_PATHS) as StaffPage[])
    .filter((page) => pages.includes(page))
    .map((page) => ({ href: STAFF_PATHS[page], label: menu[page] }));
}
