/** Closed lists of codes a case carries. Names for people are in the layout room's words or in the province's profile. */
export const IDENTITY_KINDS = ['anonymous', 'confidential', 'open'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** DOMAIN §1: kind of reporter. */
export const REPORTER_KINDS = ['citizen', 'same_office', 'other_official', 'network', 'agency', 'group'] as const;
export type ReporterKind = (typeof REPORTER_KINDS)[number];

/** DOMAIN §3: who is accused. */
export const ACCUSED_KINDS = ['state_official', 'local_official', 'political_office_holder', 'other'] as const;
export type AccusedKind = (typeof ACCUSED_KINDS)[number];

export const CORRUPTION_ALLEGED = ['yes', 'no', 'unclear'] as const;
export type CorruptionAlleged = (typeof CORRUPTION_ALLEGED)[number];

/** DOMAIN §3: risk areas (Narathiwat measure 2.1-02, and title deeds). */
export const RISK_AREAS = ['permits', 'power_and_service', 'procurement', 'personnel', 'title_deeds', 'none'] as const;
export type RiskArea = (typeof RISK_AREAS)[number];

export const SECRECY = ['normal', 'secret', 'very_secret', 'top_secret'] as const;
export type Secrecy = (typeof SECRECY)[number];

export const FINDINGS = ['founded', 'unfounded', 'insufficient'] as const;
export type Finding = (typeof FINDINGS)[number];

/** DOMAIN §3 "Closing outcomes". */
export const OUTCOMES = [
  'solved',
  'explained',
  'founded_discipline',
  'founded_recovery',
  'founded_improvement',
  'founded_sent',
  'unfounded',
  'insufficient',
  'not_accepted',
  'sent_to_competent_body',
  'duplicate',
  'withdrawn',
  'kept_as_information',
  'unstated',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A referral lives by itself (PROCESS §1): sent → accepted → final · not ours · withdrawn. */
export const REFERRAL_STATES = ['sent', 'accepted', 'final', 'not_ours', 'withdrawn'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export const PURPOSES = ['act', 'clarify'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** ลงนามเอง · ปฏิบัติราชการแทน · รักษาราชการแทน */
export const SIGNED_AS = ['self', 'on_behalf', 'acting'] as const;
export type SignedAs = (typeof SIGNED_AS)[number];
