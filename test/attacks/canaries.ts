import { randomInt } from 'node:crypto';

const LETTERS = [...'กขคงจฉชซญดตถทนบปผฝพมยรลวสหอ'];

/** Words that stand nowhere else, one for every field that takes a text. */
export class Canaries {
  private readonly planted = new Map<string, string>();

  /** @param dress what stands around each word, for attacks that need more than a word. */
  constructor(private readonly dress: (word: string) => string = (word) => word) {}

  /** The text for this field; the same field, the same word. */
  readonly plant = (field: string): string => {
    const word = this.planted.get(field) ?? newWord();
    this.planted.set(field, word);
    return this.dress(word);
  };

  get words(): readonly string[] {
    return [...this.planted.values()];
  }

  /** Fields whose words are among these. */
  fieldsOf(found: readonly string[]): readonly string[] {
    return [...this.planted].filter(([, word]) => found.includes(word)).map(([field]) => field);
  }
}

/** Sixteen consonants: nobody's name, no dictionary's word, long enough for every code to show it. */
const newWord = (): string => Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
