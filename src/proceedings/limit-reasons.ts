/** How a legal limit ends. `proceeding`: with the whole proceeding, whose end was entered. */
export const END_REASONS = ['decided', 'transferred', 'withdrawn', 'proceeding'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What a letter can say; the other one the system writes itself. */
export const LETTER_ENDS = ['decided', 'transferred', 'withdrawn'] as const satisfies readonly EndReason[];

/** Why an entry is taken back. Codes, no sentence: a proceeding may have no case to seal a text to. */
export const MISTAKES = ['other_file', 'misread', 'twice', 'revoked'] as const;
export type MistakeReason = (typeof MISTAKES)[number];
