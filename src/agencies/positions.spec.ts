import type { JsonError } from './positions';
import { readLocatedJson } from './positions';

describe('JSON with lines', () => {
  it('reads what JSON.parse reads', () => {
    const text = '{"a": [1, -2.5e3, "ก\\n\\u0e01", true, null, {}], "b": {"c": []}}';
    expect(readLocatedJson(text).value).toEqual(JSON.parse(text));
  });

  it('knows the line of every value, and of what is around one that is missing', () => {
    const json = readLocatedJson('{\n  "list": [\n    {"a": 1},\n    {"a": 2}\n  ]\n}');
    expect(json.lineOf(['list', 1, 'a'])).toBe(4);
    expect(json.lineOf(['list', 0, 'missing'])).toBe(3);
    expect(json.lineOf(['nothing'])).toBe(1);
  });

  it.each([
    ['{"a": 1,}', 1],
    ['{\n"a" 1}', 2],
    ['{\n"a": 1\n"b": 2}', 3],
    ['[1, 2', 1],
    ['{"a": 01}', 1],
    ['{"a":\n\n nothing}', 3],
    ['{"a": 1} more', 1],
    ['{"a": "line\nbreak"}', 1],
    ['', 1],
  ])('refuses %j on line %i', (text, line) => {
    expect(() => readLocatedJson(text)).toThrow(expect.objectContaining({ line }) as JsonError);
  });

  it('refuses a field that stands twice, which JSON.parse would swallow', () => {
    expect(() => readLocatedJson('{"a": 1,\n"a": 2}')).toThrow('the field "a" stands twice');
  });
});
