import type { Province } from '../../src/agencies/agencies';
import type { NewCase } from '../../src/cases/new-case';

/** A case to be entered, and when it was ended; null when it is still open. */
export interface MadeUpCase {
  readonly opening: NewCase;
  /** The reporter holds her receipt; if not, the clock of the acknowledgement runs. */
  readonly handedOut: boolean;
  readonly endedAt: string | null;
}

const DAY_MS = 86_400_000;
const PAST_DAYS = 730;
/** Open ones are so fresh that hardly a clock has run out: the measured server is not busy with reminders. */
const FRESH_DAYS = 3;
const SHARE_OPEN = 0.3;

/** Two years of a province, the same ones each time: channels, types, offices and districts by lot. */
export class MadeUpCases {
  private state = 20_690_101;

  constructor(
    private readonly province: Province,
    private readonly now: string,
  ) {}

  next(count: number): readonly MadeUpCase[] {
    return Array.from({ length: count }, () => this.one());
  }

  /** Letters that all came at one instant: open, nobody told yet that they arrived, so that five clocks run in each. */
  receivedAt(instant: string, count: number): readonly MadeUpCase[] {
    return Array.from({ length: count }, () => ({ opening: this.opening(instant), handedOut: false, endedAt: null }));
  }

  private one(): MadeUpCase {
    const isOpen = this.draw() < SHARE_OPEN;
    const daysAgo = isOpen ? this.draw() * FRESH_DAYS : FRESH_DAYS + 30 + this.draw() * PAST_DAYS;
    const opening = this.opening(this.before(daysAgo));
    return { opening, handedOut: true, endedAt: isOpen ? null : this.before(daysAgo - 1 - this.draw() * 29) };
  }

  private opening(receivedAt: string): NewCase {
    return {
      channel: this.oneOf(this.province.openChannels()).code,
      receivedAt,
      identityKind: 'anonymous',
      type: this.oneOf(this.province.types).code,
      agencyCode: this.oneOf(this.province.agencies).code,
      district: this.oneOf(this.province.districts).code,
    };
  }

  private before(days: number): string {
    return new Date(Date.parse(this.now) - Math.round(days * DAY_MS)).toISOString();
  }

  private oneOf<T>(some: readonly T[]): T {
    return some[Math.floor(this.draw() * some.length)] as T;
  }

  /** Mulberry32: from 0 up to 1, the same row of numbers in every run. */
  private draw(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
