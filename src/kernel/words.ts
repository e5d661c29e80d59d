/** A sentence in both languages of the product; the type makes neither forgettable. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

export type Lang = keyof Words;

/** The sentence in the reader's language. */
export function say(words: Words, lang: Lang): string {
  return words[lang];
}
