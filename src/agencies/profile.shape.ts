import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import type { Path } from './positions';

/** One thing wrong in a profile: where, and why in a sentence. */
export interface Fault {
  readonly path: Path;
  readonly reason: string;
}

/** Reads plain JSON into its class; every field that is missing, wrong or unknown is a fault. */
export function shaped<T extends object>(shape: new () => T, plain: unknown): { value: T; faults: readonly Fault[] } {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    return { value: new shape(), faults: [{ path: [], reason: 'must be an object with fields' }] };
  }
  const value = plainToInstance(shape, plain);
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true });
  return { value, faults: errors.flatMap((error) => faultsOf(error, [])) };
}

function faultsOf(error: ValidationError, above: Path): readonly Fault[] {
  const path = [...above, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
  const own = Object.values(error.constraints ?? {}).map((reason) => ({ path, reason }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}
