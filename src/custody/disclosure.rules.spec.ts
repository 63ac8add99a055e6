import { mayTellFrom } from './disclosure.rules';

describe('the notice to the reporter', () => {
  it.each([
    ['2026-03-02', false],
    ['2026-03-03', true],
    ['2026-08-29', true],
    ['2026-08-30', false],
  ])('may be put off on 2 March until %s: %s', (day, allowed) => expect(mayTellFrom(day, '2026-03-02')).toBe(allowed));
});
