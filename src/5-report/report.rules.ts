/** DOMAIN §3 step 5: the executive acknowledges, orders, or has it looked at again. */
export const REPORT_ORDERS = ['acknowledged', 'ordered', 'look_again'] as const;
export type ReportOrderKind = (typeof REPORT_ORDERS)[number];

/** An order says what is ordered, and sending back says what to look at; taking note needs no words. */
export const needsText = (order: ReportOrderKind): boolean => order !== 'acknowledged';
