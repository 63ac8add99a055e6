import type { Role } from '../../src/access/roles';
import type { CaseName, Filled } from './filling';
import type { Fields } from './person';
import { PASSPHRASE } from './person';
import { LONG, WORD } from './texts';

/** A page that stands behind no address of its own: what comes back when a form is sent, or when there is no way. */
export interface SentForm {
  readonly who: Role | 'anyone';
  readonly at: string;
  /** Of the form; left out: the page's own address. `null`: nothing is sent, the address itself is refused. */
  readonly action?: string | null;
  /** To be followed before the form stands there. */
  readonly link?: string;
  readonly fields?: Fields;
  /** Forms on the pages that follow, one after the other. */
  readonly then?: readonly { readonly form: string; readonly fields: Fields }[];
  readonly status: number;
}

/** Every form sent empty, and the slips and standings that reporters read. */
export const FORMS: Readonly<Record<string, (filled: Filled) => SentForm>> = {
  'complaint sent empty': () => ({ who: 'anyone', at: '/complaints/new', status: 400 }),
  'complaint taken': () => ({
    who: 'anyone',
    at: '/complaints/new',
    fields: { allegation: LONG, reprisalFeared: true },
    status: 201,
  }),
  'receipt unknown': () => ({ who: 'anyone', at: '/status', fields: { receipt: '12345678901234567890' }, status: 404 }),
  'receipt empty': () => ({ who: 'anyone', at: '/status', status: 400 }),
  'claim taken': ({ claimCode }) => ({ who: 'anyone', at: '/claims', fields: { claimCode }, status: 201 }),
  'sign-in refused': () => ({
    who: 'anyone',
    at: '/sign-in',
    fields: { username: 'nobody', password: PASSPHRASE },
    status: 401,
  }),
  'slip looked at once more': () => ({
    who: 'anyone',
    at: '/complaints/new',
    fields: { allegation: LONG },
    then: [{ form: '/receipts/confirmation', fields: { digits: '12' } }],
    status: 400,
  }),
  'slip noted': () => ({
    who: 'anyone',
    at: '/complaints/new',
    fields: { allegation: LONG },
    then: [{ form: '/receipts/confirmation', fields: { noted: true } }],
    status: 200,
  }),
  ...standings('late', 'referred', 'verifying', 'reported', 'ordered', 'ended', 'withdrawn', 'merged'),
  'safety sent empty': ({ receipt }) => ({
    who: 'anyone',
    at: '/status',
    fields: { receipt: receipt.ended },
    then: [{ form: '/my-report/safety', fields: {} }],
    status: 400,
  }),
  ...standings('recorded'),
  // Signed in as the reporter of the last standing.
  ...ofReporter('messages', { message: 'รหัส 0123 4567 8901 2345 6789' }, 400),
  ...ofReporter('messages', { message: LONG }, 303),
  ...ofReporter('rating', {}, 400),
  ...ofReporter('review', {}, 400),
  ...ofReporter('reprisal', {}, 400),
  ...ofReporter('review', { review: WORD }, 303),
  ...ofReporter('address', { email: 'no address' }, 400),
  ...ofReporter('address', { email: 'somebody@example.net' }, 303),
  'desk entry sent empty': () => ({ who: 'desk_officer', at: '/desk/complaints/new', status: 400 }),
  'desk entry taken': () => ({
    who: 'desk_officer',
    at: '/desk/complaints/new',
    fields: { channel: 'telephone', allegation: LONG },
    status: 201,
  }),
  ...sentEmpty('desk_officer', 'sorting', 'received'),
  ...sentEmpty('desk_officer', 'classification', 'sorted'),
  ...sentEmpty('desk_officer', 'merger', 'received'),
  ...sentEmpty('desk_officer', 'referrals', 'sorted'),
  ...sentEmpty('investigator', 'verification/records', 'verifying'),
  ...sentEmpty('desk_officer', 'report', 'verified'),
  ...sentEmpty('executive', 'report', 'reported', 'report/order'),
  ...sentEmpty('desk_officer', 'record', 'ordered'),
  ...sentEmpty('desk_officer', 'reopening', 'recorded'),
  ...sentEmpty('desk_officer', 'withdrawal', 'received'),
  ...sentEmpty('desk_officer', 'rulings', 'recorded'),
  ...sentEmpty('desk_officer', 'evidence', 'received'),
  ...sentEmpty('desk_officer', 'disclosures', 'sorted'),
  ...sentEmpty('investigator', 'verification', 'verifying', 'verification/finding'),
  'breach sent empty': () => ({ who: 'desk_head', at: '/records/breaches', status: 400 }),
  'hold sent empty': ({ number }) => ({
    who: 'desk_head',
    at: `/cases/${number.recorded}/records`,
    action: `/cases/${number.recorded}/holds`,
    status: 400,
  }),
  'search sent empty': () => ({ who: 'desk_officer', at: '/search', status: 400 }),
  'search of two characters': () => ({ who: 'desk_officer', at: '/search', fields: { q: 'งบ' }, status: 200 }),
  'search by number': ({ number }) => ({
    who: 'desk_officer',
    at: '/search',
    fields: { q: number.referred },
    status: 200,
  }),
  'search by words': () => ({ who: 'desk_officer', at: '/search', fields: { q: 'เจ้าหน้าที่' }, status: 200 }),
  'proceeding sent empty': () => ({ who: 'desk_officer', at: '/proceedings', status: 400 }),
  'code of an agency sent empty': () => ({ who: 'anyone', at: '/agencies/answer', status: 400 }),
  'code of an agency unknown': () => ({
    who: 'anyone',
    at: '/agencies/answer',
    fields: { code: '12345678901234567890' },
    status: 404,
  }),
  'referral opened by a code': ({ agencyCode }) => ({
    who: 'anyone',
    at: '/agencies/answer',
    fields: { code: agencyCode },
    status: 303,
  }),
  // In with the code of the last form.
  ...byCode('sent empty', {}, 400),
  ...byCode('final', { kind: 'final', text: LONG }, 201),
  'slip of a code': ({ number, uncoded }) => ({
    who: 'desk_officer',
    at: `/cases/${number.coded}/referrals/${uncoded}`,
    action: `/cases/${number.coded}/referrals/${uncoded}/code`,
    status: 201,
  }),
  'extension sent empty': ({ number }) => ({
    who: 'desk_officer',
    at: `/cases/${number.received}/deadlines`,
    link: 'a[href*="extend="]',
    action: `/cases/${number.received}/extensions`,
    status: 400,
  }),
  ...sentEmpty('desk_officer', '', 'received', 'words'),
  ...sentEmpty('desk_officer', '', 'sorted', 'comments'),
  'figure sent empty': () => ({ who: 'plan_officer', at: '/indicators', action: '/indicators/figures', status: 400 }),
  'nothing there': () => ({ who: 'anyone', at: '/nowhere', action: null, status: 404 }),
  'no case of this number': () => ({ who: 'desk_officer', at: '/cases/NWT-2569-0000000', action: null, status: 404 }),
  'not hers to see': () => ({ who: 'desk_officer', at: '/people', action: null, status: 403 }),
  'own passphrase sent empty': () => ({ who: 'committee', at: '/account/passphrase', status: 400 }),
  'own address sent wrong': () => ({
    who: 'committee',
    at: '/account/email',
    fields: { email: 'no address' },
    status: 400,
  }),
  'second factor sent empty': () => ({ who: 'committee', at: '/account/second-factor', status: 400 }),
  'confirmation refused': () => ({
    who: 'committee',
    at: '/account/confirmation',
    fields: { password: 'not the right one' },
    status: 401,
  }),
  'person sent empty': () => ({ who: 'administrator', at: '/people/new', action: '/people', status: 400 }),
};

function standings(...names: readonly Exclude<CaseName, 'telephone'>[]): typeof FORMS {
  return Object.fromEntries(
    names.map((name) => [
      `standing of ${name}`,
      ({ receipt }) => ({ who: 'anyone', at: '/status', fields: { receipt: receipt[name] }, status: 303 }),
    ]),
  );
}

function ofReporter(path: string, fields: Fields, status: number): typeof FORMS {
  const at = '/my-report';
  return {
    [`${path} of the reporter answered ${status}`]: () => ({
      who: 'anyone',
      at,
      action: `${at}/${path}`,
      fields,
      status,
    }),
  };
}

function byCode(name: string, fields: Fields, status: number): typeof FORMS {
  const at = '/agencies/answer';
  return { [`answer by code ${name}`]: () => ({ who: 'anyone', at, action: `${at}/answers`, fields, status }) };
}

function sentEmpty(who: Role, page: string, name: CaseName, action = page): typeof FORMS {
  return {
    [`${action} sent empty by the ${who}`]: ({ number }) => ({
      who,
      at: `/cases/${number[name]}/${page}`.replace(/\/$/, ''),
      action: `/cases/${number[name]}/${action}`,
      status: 400,
    }),
  };
}
