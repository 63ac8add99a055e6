import type { Role } from './roles';

interface Somebody {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly agencyCode: string | null;
  readonly deskUnit: 'alternative' | null;
}

interface Rule {
  readonly named: Role;
  readonly with: readonly Role[];
}

/**
 * Those above and below who may not see a case that names somebody, by the rules of the province's profile (DOMAIN §5,
 * KEYS K11): of the same office, and not named themselves.
 */
export function chainOf<T extends Somebody>(
  named: readonly T[],
  people: readonly T[],
  rules: readonly Rule[],
): readonly T[] {
  const isBound = (one: T): boolean =>
    named.some(
      (who) => sameOffice(who, one) && rules.some((rule) => who.roles.includes(rule.named) && holds(one, rule.with)),
    );
  return people.filter((one) => !named.some(({ id }) => id === one.id) && isBound(one));
}

const sameOffice = (one: Somebody, other: Somebody): boolean =>
  one.agencyCode === other.agencyCode && one.deskUnit === other.deskUnit;

const holds = ({ roles }: Somebody, wanted: readonly Role[]): boolean => roles.some((role) => wanted.includes(role));
