import type { AskedWord } from './asked.ts';

/** A word of what was typed, with what else it may mean. */
export interface WordMeant extends AskedWord {
  /** Words of the register that sound like it or are a slip away. */
  readonly alike: readonly string[];
  /** Codes of kelurahan and kecamatan in whose name it stands. */
  readonly places: readonly string[];
}

export type HitKind = 'person' | 'business' | 'group';

/** What the index has before every word: `15.71psiti` is siti among the people of Jambi. */
export function markOf(city: string, kind: HitKind): string {
  return city + kind[0]!;
}

/**
 * Conditions of the index of words, in PostgreSQL's tsquery. Every term is quoted, so that nothing typed can be read
 * as an operator.
 */
export function wordQuery(mark: string, words: readonly AskedWord[]): string | null {
  const whole = wholeWords(words);
  return whole.length === 0
    ? null
    : whole.map((word, at) => `(${termOf(mark, word, at === whole.length - 1)})`).join(' & ');
}

/** The same with everything a word may mean. Null where nothing is meant but what was typed. */
export function wideQuery(mark: string, meant: readonly WordMeant[]): string | null {
  const whole = wholeWords(meant);
  if (whole.every(({ alike, places }) => alike.length === 0 && places.length === 0)) return null;
  return whole
    .map((word, at) => {
      const others = [...word.alike, ...word.places].map((other) => quoted(mark + other));
      return `(${[termOf(mark, word, at === whole.length - 1), ...others].join(' | ')})`;
    })
    .join(' & ');
}

/** A number from its first digit or its last ones: 0812…, 62812…, 812…, …7890, a NIB. */
export function digitsQuery(mark: string, digits: string): string {
  const national = digits.replace(/^(62|0)/, '');
  const reversed = `<${Array.from(digits).reverse().join('')}`;
  const begin = national.length < 4 ? [reversed] : [national, digits, reversed];
  return begin.map((one) => `${quoted(mark + one)}:*`).join(' | ');
}

/** What somebody may see: everything (null), or what lies in one of her areas; empty for nothing. */
export function withinQuery(
  mark: string,
  scope: {
    readonly all: boolean;
    readonly kecamatan: readonly string[];
    readonly kelurahan: readonly string[];
  },
): string | null {
  if (scope.all) return null;
  return [...scope.kecamatan, ...scope.kelurahan].map((area) => quoted(mark + area)).join(' | ');
}

export function bothQueries(...queries: readonly (string | null)[]): string {
  return queries
    .filter((query) => query !== null)
    .map((query) => `(${query})`)
    .join(' & ');
}

/** The first letters of a word would drag half the register along: they only weigh in the order. */
function wholeWords<Word extends AskedWord>(words: readonly Word[]): readonly Word[] {
  return (words.at(-1)?.plain.length ?? 0) < 3 ? words.slice(0, -1) : words;
}

function termOf(mark: string, word: AskedWord, goesOn: boolean): string {
  return [...new Set([word.key, word.plain])]
    .map((one) => quoted(mark + one) + (goesOn ? ':*' : ''))
    .join(' | ');
}

function quoted(word: string): string {
  return `'${word.replace(/['\\]/g, '')}'`;
}
