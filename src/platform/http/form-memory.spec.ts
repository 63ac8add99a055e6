import { Busy } from '../errors';
import { FormMemory } from './form-memory';

const MB = 1024 * 1024;

describe('the memory that forms share', () => {
  it('is full for files and never for words, and is given back', () => {
    const forms = Array.from({ length: 5 }, () => new FormMemory());
    for (const form of forms) form.take(52 * MB);
    const late = new FormMemory();
    late.take(MB);
    expect(() => late.take(5 * MB)).toThrow(Busy);
    forms[0]?.release();
    forms[0]?.release();
    late.take(5 * MB);
    for (const form of [...forms, late]) form.release();
    new FormMemory().take(257 * MB);
  });
});
