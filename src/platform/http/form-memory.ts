import { Busy } from '../errors';

/** How much may lie in this process's memory at once, over all forms that are being read or handled. */
const MOST = 256 * 1024 * 1024;
/** So much of each form is not counted: words come through, however many files others are sending. */
const FREE = 1024 * 1024;

/** One form's part of the memory. Counted as it arrives, so that announcing much holds nothing. */
export class FormMemory {
  private static held = 0;
  private seen = 0;
  private mine = 0;

  /** @throws Busy when the process holds too much already. */
  take(bytes: number): void {
    this.seen += bytes;
    const more = Math.max(0, this.seen - FREE) - this.mine;
    if (more > 0 && FormMemory.held + more > MOST) throw new Busy();
    FormMemory.held += more;
    this.mine += more;
  }

  /** Once, when the answer has gone. */
  release(): void {
    FormMemory.held -= this.mine;
    this.mine = 0;
  }
}
