import { daysAfter } from './afterwards.rules';

/** An address for notices is deleted so many days after closing (KEYS K13). */
export const ADDRESS_DAYS = 90;

interface Closing {
  readonly open: boolean;
  /** Of a closed case: when it was closed. */
  readonly statusSince: string;
}

/** When the address goes by itself; null while the case is open, and again once it is reopened. */
export const addressUntil = ({ open, statusSince }: Closing): string | null =>
  open ? null : daysAfter(statusSince, ADDRESS_DAYS);

/** After its day an address is not taken any more: it would be deleted at once. */
export function mayLeaveAddress(file: Closing, now: string): boolean {
  const until = addressUntil(file);
  return until === null || now < until;
}
