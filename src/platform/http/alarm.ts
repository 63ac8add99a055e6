/** Something is wrong that no person did at a door: said where nobody can take it back. The audit room provides it. */
export abstract class Alarm {
  /** @param code what happened, in dots: `seal.broken`. Never throws. */
  abstract raise(code: string): Promise<void>;
}
