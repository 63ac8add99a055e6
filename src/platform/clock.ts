import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { SettingsError } from './config/settings';
import type { Settings } from './config/settings';

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

/**
 * Ahead of the real time by as many seconds as a file says, or behind: fault drills move time under running programs.
 * The file is read at every look, so it must be replaced in one step (rename).
 */
export class ShiftedClock extends Clock {
  /** @throws SettingsError when the file does not hold whole seconds. */
  constructor(private readonly file: string) {
    super();
    this.date();
  }

  override date(): Date {
    return new Date(Date.now() + this.seconds() * 1_000);
  }

  private seconds(): number {
    const text = readFileSync(this.file, 'utf8').trim();
    if (/^-?\d{1,10}$/.test(text)) return Number(text);
    throw new SettingsError(`TEST_CLOCK_OFFSET_FILE must hold whole seconds, not "${text}".`);
  }
}

/** The clock of a program that was started with these settings. */
export const clockOf = ({ testClockOffsetFile: file }: Pick<Settings, 'testClockOffsetFile'>): Clock =>
  file === null ? new Clock() : new ShiftedClock(file);
