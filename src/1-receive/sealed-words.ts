import type { AllegationWords } from '../cases/allegation-words';
import type { ComplaintInput, Contact } from './complaint-input';

export function allegationOf(input: ComplaintInput): AllegationWords {
  const { allegation: what, where, when, who, proof, want, told } = input;
  return { what, ...given({ where, when, who, proof, want, told }) };
}

export function identityOf(input: ComplaintInput): Partial<Contact> | null {
  const words = given({ ...input.contact });
  return Object.keys(words).length > 0 ? words : null;
}

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
