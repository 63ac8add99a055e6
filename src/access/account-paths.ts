import { ACCOUNT_PATH } from '../layout/nav';

/** The officer's own pages. */
export const ACCOUNT_PATHS = {
  account: ACCOUNT_PATH,
  passphrase: `${ACCOUNT_PATH}/passphrase`,
  secondFactor: `${ACCOUNT_PATH}/second-factor`,
  email: `${ACCOUNT_PATH}/email`,
  confirmation: `${ACCOUNT_PATH}/confirmation`,
} as const;

const LONGEST = 200;
/** One of our own paths: no scheme, no host, no `//`, nothing a browser would read as one. */
const LOCAL = /^\/(?![/\\])[\w\-.~/?=&%+]*$/;

/** Where to go back to, or the account when that is not one of our own paths. */
export const localPath = (path: unknown): string =>
  typeof path === 'string' && path.length <= LONGEST && LOCAL.test(path) ? path : ACCOUNT_PATHS.account;

/** Where the organisation's own provider is asked; it sends the browser back to `…/back`. */
export const ORGANISATION_PATH = '/sign-in/organisation';
