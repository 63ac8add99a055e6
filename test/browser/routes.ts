import type { CaseName, Filled } from './filling';

/** Addresses behind one route, each with the name of its picture. */
export type Addresses = (
  filled: Filled,
) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

const plain =
  (path: string, ...queries: readonly string[]): Addresses =>
  () =>
    Object.fromEntries([['', path], ...queries.map((query) => [query, `${path}?${query}`])]);

/** The page of a case in some of its states; whoever may not see one of them gets 404 and sees the others. */
const ofCases =
  (page: string, ...names: readonly CaseName[]): Addresses =>
  ({ number }) =>
    Object.fromEntries(names.map((name) => [name, `/cases/${number[name]}${page}`]));

/** How to open every page of the program. A page route that is not listed here fails the suite by its name. */
export const PAGES: Readonly<Record<string, Addresses>> = {
  '/': plain('/'),
  '/complaints/new': plain('/complaints/new'),
  '/status': plain('/status'),
  '/status/lost': plain('/status/lost'),
  '/my-report': plain('/my-report'),
  '/claims': plain('/claims'),
  '/channels': plain('/channels'),
  '/safety': plain('/safety'),
  '/statistics': plain('/statistics', 'fiscalYear=2568'),
  '/statistics/agencies': plain('/statistics/agencies'),
  '/sign-in': plain('/sign-in'),
  '/desk': plain('/desk'),
  '/desk/unit': plain('/desk/unit'),
  '/desk/complaints/new': plain('/desk/complaints/new'),
  '/desk/statistics': plain('/desk/statistics'),
  '/notices': plain('/notices'),
  '/cases': plain('/cases', 'overdue=true', 'q=0000000'),
  '/search': plain('/search'),
  '/indicators': plain('/indicators', 'fiscalYear=2568'),
  '/calendar': plain('/calendar'),
  '/calendar/changes/:no': plain('/calendar/changes/2'),
  '/clockwork': plain('/clockwork'),
  '/agencies': plain('/agencies'),
  '/agencies/answer': plain('/agencies/answer'),
  '/units': plain('/units'),
  '/units/ceremony': plain('/units/ceremony'),
  '/records': plain('/records'),
  '/records/disposals': plain('/records/disposals'),
  '/records/breaches': plain('/records/breaches'),
  '/records/breaches/:id': ({ breach }) => ({ '': `/records/breaches/${breach}` }),
  '/custody': plain('/custody'),
  '/cases/:number/conflicts': ofCases('/conflicts', 'sorted', 'referred'),
  '/cases/:number/identity': ofCases('/identity', 'sorted', 'verifying'),
  '/cases/:number/disclosures': ofCases('/disclosures', 'sorted', 'verifying'),
  '/people': plain('/people'),
  '/people/new': plain('/people/new'),
  '/people/:username': plain('/people/agency_contact'),
  '/audit': plain('/audit'),
  '/account': plain('/account'),
  '/account/passphrase': plain('/account/passphrase'),
  '/account/email': plain('/account/email'),
  '/account/second-factor': plain('/account/second-factor'),
  '/account/confirmation': plain('/account/confirmation'),
  '/cases/:number': ofCases(
    '',
    'late',
    'telephone',
    'ending',
    'sorted',
    'referred',
    'own',
    'verifying',
    'verified',
    'reported',
    'closing',
    'recorded',
    'ended',
    'withdrawn',
    'merged',
  ),
  '/cases/:number/sorting': ofCases('/sorting', 'late', 'telephone', 'ending', 'sorted'),
  '/cases/:number/classification': ofCases('/classification', 'sorted'),
  '/cases/:number/merger': ofCases('/merger', 'received'),
  '/cases/:number/referrals': ofCases('/referrals', 'sorted', 'referred', 'coded', 'verifying'),
  '/cases/:number/referrals/:id': async ({ number: { referred, coded, verifying }, referralOf }) => ({
    referred: `/cases/${referred}/referrals/${await referralOf(referred)}`,
    coded: `/cases/${coded}/referrals/${await referralOf(coded)}`,
    verifying: `/cases/${verifying}/referrals/${await referralOf(verifying)}`,
  }),
  '/cases/:number/verification': ofCases('/verification', 'referred', 'own', 'verifying', 'verified'),
  '/cases/:number/verification/records': ofCases('/verification/records', 'verifying'),
  '/cases/:number/report': ofCases('/report', 'verified', 'reported', 'recorded'),
  '/cases/:number/record': ofCases('/record', 'ordered', 'closing', 'recorded'),
  '/cases/:number/reopening': ofCases('/reopening', 'recorded', 'ended'),
  '/cases/:number/withdrawal': ofCases('/withdrawal', 'received', 'sorted'),
  '/cases/:number/records': ofCases('/records', 'recorded', 'referred', 'merged'),
  '/cases/:number/evidence': ofCases('/evidence', 'late', 'verifying'),
  '/cases/:number/deadlines': ofCases('/deadlines', 'late', 'referred', 'recorded'),
  '/cases/:number/rulings': ofCases('/rulings', 'recorded', 'sorted'),
  '/cases/:number/rulings/:id/overturning': ({ number, ruling }) => ({
    '': `/cases/${number.recorded}/rulings/${ruling}/overturning`,
  }),
  '/proceedings': plain('/proceedings'),
  '/proceedings/:id': ({ proceeding }) => ({ '': `/proceedings/${proceeding}` }),
};

/** Doors of the office that everyone may see; the office speaks Thai and English. */
export const OFFICE_DOORS: readonly string[] = ['/sign-in', '/agencies/answer'];

/** Addresses that are no pages: for machines, for browsers, pictures; and the page that only the first morning has. */
export const NO_PAGES: readonly string[] = [
  '/assets/:file',
  '/robots.txt',
  '/favicon.ico',
  '/health/live',
  '/health/ready',
  '/charts/statistics-:name.svg',
  '/cases/:number/evidence/:no/copy',
  '/cases/:number/evidence/:no/picture',
  '/sign-in/organisation',
  '/sign-in/organisation/back',
  '/cases/:number/referrals/:id/files/:no',
  '/agencies/answer/files/:no',
  '/setup/:token',
  '/my-report/files/:no',
];
