import { Injectable } from '@nestjs/common';

/** The only source of "now". Instants are UTC ISO text with milliseconds. */
@Injectable()
export class Clock {
  now(): string {
    return this.date().toISOString();
  }

  date(): Date {
    return new Date();
  }
}

/** A clock that stands where it is put: for the made-up year of the demo and for tests. */
export class SetClock extends Clock {
  private at: number | null = null;

  /** Stands at this instant until moved again; `null` follows the real time. */
  set(instant: string | null): void {
    this.at = instant === null ? null : Date.parse(instant);
  }

  override date(): Date {
    return this.at === null ? new Date() : new Date(this.at);
  }
}
