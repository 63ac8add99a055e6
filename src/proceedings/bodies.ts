/** Who rules or prosecutes. Names for people are in this room's words. */
export const BODIES = ['NACC', 'PACC', 'discipline', 'prosecutor', 'police', 'court', 'other'] as const;
export type Body = (typeof BODIES)[number];

/** DOMAIN §3: ชี้มูล comes from NACC, PACC or the disciplinary authority. */
export const RULING_BODIES = ['NACC', 'PACC', 'discipline'] as const satisfies readonly Body[];

/** For `@Transform`: a body's code in any case of letters. */
export const readBody = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string'
    ? (BODIES.find((body) => body.toLowerCase() === value.trim().toLowerCase()) ?? value)
    : value;
