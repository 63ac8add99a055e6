import { renameSync, writeFileSync } from 'node:fs';

/** From one instant of the drill's clock to another: nobody went round in between. UTC instants. */
export interface Silence {
  readonly fromAt: string;
  readonly untilAt: string;
}

/** The clock that every program of a drill follows (`TEST_CLOCK_OFFSET_FILE`); it runs on, and may be moved ahead. */
export class MovedTime {
  /** Every leap, for the dead minutes are to tell of each. */
  readonly silences: Silence[] = [];
  private seconds = 0;
  /** Other clocks by their files: seconds ahead of this one. */
  private readonly others = new Map<string, number>();

  /** @param at UTC instant. */
  constructor(
    readonly file: string,
    at: string,
  ) {
    this.set(at);
  }

  get now(): string {
    return new Date(Date.now() + this.seconds * 1_000).toISOString();
  }

  /** A UTC instant that lies ahead. */
  moveTo(instant: string): void {
    this.silences.push({ fromAt: this.now, untilAt: instant });
    this.set(instant);
  }

  moveBy(seconds: number): void {
    this.moveTo(new Date(Date.parse(this.now) + seconds * 1_000).toISOString());
  }

  /** The file of another clock, so many seconds ahead of this one. */
  ahead(seconds: number): string {
    const file = `${this.file}.${seconds}`;
    this.others.set(file, seconds);
    write(file, this.seconds + seconds);
    return file;
  }

  private set(instant: string): void {
    this.seconds = Math.ceil((Date.parse(instant) - Date.now()) / 1_000);
    write(this.file, this.seconds);
    for (const [file, ahead] of this.others) write(file, this.seconds + ahead);
  }
}

/** In one step: a program never reads half a number. */
function write(file: string, seconds: number): void {
  writeFileSync(`${file}.new`, String(seconds));
  renameSync(`${file}.new`, file);
}
