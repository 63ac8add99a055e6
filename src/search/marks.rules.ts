interface Epoch {
  readonly unit: string;
  readonly epoch: number;
}

interface Noted extends Epoch {
  readonly items: number;
  readonly lastItem: string;
}

/** What a unit's index has of a case already. */
export interface Known {
  /** Texts up to this id; empty: none. */
  readonly lastItem: string;
  /** Whether they are in the epoch that is added to now. */
  readonly sameEpoch: boolean;
  /** Whether there is anything to do. */
  readonly isBehind: boolean;
  /** Marks under keys that nobody here has any more. */
  readonly lost: readonly Epoch[];
}

/**
 * @param ids of all texts of the case, ascending. A text that was written earlier and committed later than the last one
 *   noted makes the count wrong: then all is added once more, which changes nothing that is there.
 */
export function knownOf(ring: Epoch, rings: readonly Epoch[], marks: readonly Noted[], ids: readonly string[]): Known {
  const own = marks.filter(({ unit }) => unit === ring.unit);
  const lost = own.filter((mark) => !rings.some(({ unit, epoch }) => unit === mark.unit && epoch === mark.epoch));
  const [last] = [...own].sort((a, b) => b.items - a.items || b.epoch - a.epoch);
  const isSound = last && lost.length === 0 && ids.filter((id) => id <= last.lastItem).length === last.items;
  if (!isSound) return { lastItem: '', sameEpoch: false, isBehind: true, lost };
  const { lastItem, items, epoch } = last;
  return { lastItem, sameEpoch: epoch === ring.epoch, isBehind: items < ids.length, lost };
}
