/** Closed lists that a province profile may use. A province adds types as `local_…`, nothing else. */

export const CHANNELS = [
  'walk_in',
  'website',
  'telephone',
  'social',
  'box',
  'information_centre',
  'letter',
  'referred',
  'hotline',
  'mobile_unit',
  'email',
] as const;
export type ChannelCode = (typeof CHANNELS)[number];

export const COMMON_TYPES = [
  'general',
  'service',
  'misconduct',
  'corruption',
  'procurement',
  'personnel',
  'ethics',
  'unsorted',
] as const;
export type TypeCode = (typeof COMMON_TYPES)[number] | `local_${string}`;

export const CLOCKS = [
  'auto_ack',
  'superior',
  'personal_ack',
  'sort',
  'refer',
  'agency_answer',
  'verify',
  'report',
  'order',
  'answer',
  'record',
  'progress',
  'no_news',
] as const;
export type ClockCode = (typeof CLOCKS)[number];

/** What a clock begins with. Which lines of the story that is: deadlines/clock-events.rules. */
export type StartCode =
  'receipt' | 'opening' | 'sorting' | 'referral' | 'first_referral' | 'finding' | 'report' | 'order' | 'word' | 'news';

/** The starts a province may choose from, for each clock (DOMAIN §4, PROCESS §3): the usual one first. */
export const STARTS: Readonly<Record<ClockCode, readonly [StartCode, ...StartCode[]]>> = {
  auto_ack: ['receipt'],
  superior: ['receipt'],
  personal_ack: ['receipt'],
  sort: ['opening'],
  refer: ['sorting'],
  agency_answer: ['referral'],
  verify: ['first_referral', 'sorting'],
  report: ['finding'],
  order: ['report'],
  answer: ['order', 'report'],
  record: ['order', 'report'],
  progress: ['word'],
  no_news: ['news'],
};

export const INDICATORS = ['2.1', '2.2.1', '2.2.2', '2.2-c', '2.3', '3.1', '3.2', '3-a', '3-b'] as const;
export type IndicatorCode = (typeof INDICATORS)[number];

export const REFUSAL_GROUNDS = [
  'in_court',
  'decided_already',
  'outside_power',
  'not_specific',
  'sent_to_competent_body',
  'kept_as_information',
  'duplicate',
] as const;
export type RefusalGroundCode = (typeof REFUSAL_GROUNDS)[number];

/** What a closed case was, for how long it is kept: accusing somebody · a grievance · not taken up at sorting */
export const RETENTION_CLASSES = ['accusation', 'grievance', 'ended'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** h wall-clock hours · wh working hours · w working days · c calendar days · m months · y years */
export const UNITS = ['h', 'wh', 'w', 'c', 'm', 'y'] as const;
export type Unit = (typeof UNITS)[number];

/** D printed in a provincial document · R a rule or practice with a source · L set by the province itself · U believed, not verified */
export const BASES = ['D', 'R', 'L', 'U'] as const;
export type Basis = (typeof BASES)[number];

export const CONFIDENCES = ['high', 'medium', 'low', 'unknown'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The roles of DOMAIN §1 without the reporter, who has no account; a profile's rules name them too. */
export const STAFF_ROLES = [
  'desk_officer',
  'desk_head',
  'agency_contact',
  'investigator',
  'executive',
  'committee',
  'plan_officer',
  'custodian',
  'auditor',
  'administrator',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
