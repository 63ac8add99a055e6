import type { Pins } from '../access/keyring';

/** One epoch of a unit's key, as it is known by its fingerprint. */
export interface KnownKey {
  readonly unit: string;
  readonly epoch: number;
  readonly fingerprint: string;
}

/** What a keyring holds of one key. */
export interface Pin {
  readonly fingerprint: string;
  /** When the keyring took it: UTC instant. */
  readonly since: string;
}

const nameOf = ({ unit, epoch }: Pick<KnownKey, 'unit' | 'epoch'>): string => `${unit}#${epoch}`;

export function pinOf(pins: Pins, key: Pick<KnownKey, 'unit' | 'epoch'>): Pin | null {
  const [fingerprint, since] = pins[nameOf(key)]?.split('|') ?? [];
  return fingerprint && since ? { fingerprint, since } : null;
}

/** KEYS K4: a known epoch whose key is another one than the pinned was swapped, whatever its MAC says. */
export const contradicted = <Key extends KnownKey>(pins: Pins, keys: readonly Key[]): readonly Key[] =>
  keys.filter((key) => {
    const pin = pinOf(pins, key);
    return pin !== null && pin.fingerprint !== key.fingerprint;
  });

export const unpinned = <Key extends KnownKey>(pins: Pins, keys: readonly Key[]): readonly Key[] =>
  keys.filter((key) => pinOf(pins, key) === null);

/** The keyring's pins with these keys added; what was pinned before stays as it was. */
export const withPins = (pins: Pins, keys: readonly KnownKey[], now: string): Pins => ({
  ...Object.fromEntries(keys.map((key) => [nameOf(key), `${key.fingerprint}|${now}`])),
  ...pins,
});

const DAY_MS = 86_400_000;
const NEW_FOR_DAYS = 30;

/** For so long the page asks her to compare a key that her keyring took with the recovery sheet. */
export const isNewPin = ({ since }: Pin, now: string): boolean =>
  Date.parse(now) - Date.parse(since) < NEW_FOR_DAYS * DAY_MS;
