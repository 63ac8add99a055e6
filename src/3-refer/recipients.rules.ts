import type { Purpose } from '../cases/codes';
import type { Referral } from '../cases/referral.entity';
import { isOpenReferral } from '../cases/referral.rules';
import type { ErrorDetails } from '../platform/errors';
import { say } from '../platform/errors';

type WrongField = NonNullable<ErrorDetails['fields']>[number];

/** What the desk calls itself where a register has "ดำเนินการเอง". */
export const SELF = 'self';

export const RECIPIENT_KINDS = ['agency', 'section', 'person', 'self'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** As it was asked. */
export interface Asked {
  /** Where it stands in the input: `agencyCode`, `agencyCodes.1`, `to.0.agencyCode`. */
  readonly field: string;
  readonly agencyCode?: string | undefined;
  readonly kind?: RecipientKind | undefined;
  readonly purpose?: Purpose | undefined;
  readonly lead?: boolean | undefined;
  readonly name?: string | undefined;
}

export interface Recipient {
  readonly field: string;
  readonly kind: RecipientKind;
  readonly agencyCode: string | null;
  readonly purpose: Purpose;
  readonly lead: boolean;
  readonly name: string | null;
}

/** The desk's own code means the desk itself, unless a section of it is named; a person is asked to clarify. */
export function recipientOf(asked: Asked, deskCode: string): Recipient {
  const { field, name = null, lead = false } = asked;
  const code = asked.agencyCode === SELF ? deskCode : (asked.agencyCode ?? null);
  const kind =
    asked.kind === undefined || asked.kind === 'agency' ? (code === deskCode ? 'self' : 'agency') : asked.kind;
  const own = kind === 'self' || kind === 'section';
  const purpose = asked.purpose ?? (kind === 'person' ? 'clarify' : 'act');
  return { field, kind, agencyCode: own ? (code ?? deskCode) : code, purpose, lead, name };
}

export interface AgencyFacts {
  readonly isCollective?: boolean | undefined;
}

/** What the case says about who may be asked. */
export interface Circumstances {
  readonly deskCode: string;
  readonly agency: (code: string) => AgencyFacts | undefined;
  readonly accusation: boolean;
  readonly accusedAgency: string | null;
}

const wrong = (field: string, th: string, en: string): WrongField => ({ field, say: say(th, en) });

/** DOMAIN §3: an accusation never goes to the accused's own unit, but one level up or to the body with power. */
export const isAccusedsOwn = (agencyCode: string | null, { accusation, accusedAgency }: Accused): boolean =>
  accusation && agencyCode !== null && agencyCode === accusedAgency;

type Accused = Pick<Circumstances, 'accusation' | 'accusedAgency'>;

/** Why this recipient cannot be asked, or null. */
export function wrongRecipient(recipient: Recipient, circumstances: Circumstances): WrongField | null {
  const { field, kind, agencyCode, name } = recipient;
  const { deskCode } = circumstances;
  if (kind === 'agency' && agencyCode === null) return wrong(field, 'กรุณาเลือกหน่วยงาน', 'Choose an agency.');
  if ((kind === 'self' || kind === 'section') && agencyCode !== deskCode) {
    return wrong(field, 'ส่งภายในได้เฉพาะในศูนย์นี้เอง', 'Inside means this desk: leave the agency out.');
  }
  if ((kind === 'section' || kind === 'person') && name === null) {
    return wrong(field.replace(/agencyCode$/, 'name'), 'กรุณาระบุชื่อกลุ่มงานหรือบุคคล', 'Name the section or the person.');
  }
  if (agencyCode === null) return null;
  const agency = circumstances.agency(agencyCode);
  if (!agency) {
    return wrong(field, 'ไม่มีหน่วยงานนี้ในทะเบียนของจังหวัด', 'The province lists no such agency.');
  }
  if (agency.isCollective) {
    return wrong(field, 'กรุณาเลือกหน่วยงานทีละแห่ง', 'This stands for many offices: choose one by one.');
  }
  if (isAccusedsOwn(agencyCode, circumstances)) {
    return wrong(
      field,
      'เรื่องกล่าวหาส่งให้หน่วยงานของผู้ถูกร้องเองไม่ได้ กรุณาส่งหน่วยเหนือขึ้นไปหนึ่งระดับ หรือหน่วยงานที่มีอำนาจ',
      'An accusation never goes to the accused’s own unit: send it one level up, or to the body with power.',
    );
  }
  return null;
}

/** An agency, and the desk itself, has one open referral of a case at a time; sections and persons may be several. */
const slotOf = ({ kind, agencyCode }: { kind: RecipientKind; agencyCode: string | null }): string | null =>
  kind === 'agency' || kind === 'self' ? agencyCode : null;

/** Named twice in one sending. */
export const namedTwice = (recipients: readonly Recipient[]): readonly WrongField[] =>
  recipients
    .filter((one, at) => slotOf(one) !== null && recipients.findIndex((other) => slotOf(other) === slotOf(one)) < at)
    .map(({ field }) => wrong(field, 'หน่วยงานนี้ซ้ำกับรายการก่อนหน้า', 'This agency is named twice.'));

/** Those that still have this case on their desk. */
export function alreadyAsked(recipients: readonly Recipient[], referrals: readonly Referral[]): readonly string[] {
  const open = referrals.filter(isOpenReferral);
  const busy = open.map(({ recipientKind, agencyCode }) => slotOf({ kind: recipientKind, agencyCode }));
  return recipients.flatMap((one) => slotOf(one) ?? []).filter((slot) => busy.includes(slot));
}

const leads = ({ lead, state }: Pick<Referral, 'lead' | 'state'>): boolean =>
  lead && state !== 'not_ours' && state !== 'withdrawn';

/** One lead agency (DOMAIN §3): the one that is said; else, when there is none yet, the first that is asked to act. */
export function withLead(
  recipients: readonly Recipient[],
  referrals: readonly Pick<Referral, 'lead' | 'state'>[],
): { readonly recipients: readonly Recipient[]; readonly wrong: readonly WrongField[] } {
  const led = referrals.some(leads);
  const said = recipients.filter(({ lead }) => lead);
  const tooMany = led ? said : said.slice(1);
  if (tooMany.length > 0) {
    const say = ['มีหน่วยงานหลักอยู่แล้ว เลือกได้แห่งเดียว', 'There is a lead agency already: one only.'] as const;
    return {
      recipients,
      wrong: tooMany.map(({ field }) => wrong(field.replace(/agencyCodes?(\.\d+)?$/, 'lead'), ...say)),
    };
  }
  const first = recipients.find(({ purpose }) => purpose === 'act') ?? recipients[0];
  const lead = led || said.length > 0 ? undefined : first;
  return { recipients: recipients.map((one) => (one === lead ? { ...one, lead: true } : one)), wrong: [] };
}
