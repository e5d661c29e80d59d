import type { AskedWord } from './asked.ts';

/** A word of what was typed, with what else it may mean. */
export interface WordMeant extends AskedWord {
  /** Words of the register that sound like it or are a slip away. */
  readonly alike: readonly string[];
  /** Codes of kelurahan and kecamatan in whose name it stands. */
  readonly places: readonly string[];
}

export const kindMarks = { person: '=p', business: '=b', group: '=g' } as const;
export type HitKind = keyof typeof kindMarks;

/**
 * Conditions of the index of words, in PostgreSQL's tsquery. Every term is quoted, so that nothing typed can be read
 * as an operator.
 */
export function wordQuery(words: readonly AskedWord[]): string | null {
  const whole = wholeWords(words);
  return whole.length === 0
    ? null
    : whole.map((word, at) => `(${termOf(word, at, whole)})`).join(' & ');
}

/** The same with everything a word may mean. Null where nothing is meant but what was typed. */
export function wideQuery(meant: readonly WordMeant[]): string | null {
  const whole = wholeWords(meant);
  if (whole.every(({ alike, places }) => alike.length === 0 && places.length === 0)) return null;
  return whole
    .map((word, at) => {
      const others = [...word.alike, ...word.places].map(quoted);
      return `(${[termOf(word, at, whole), ...others].join(' | ')})`;
    })
    .join(' & ');
}

/** A number from its first digit or its last ones: 0812…, 62812…, 812…, …7890, a NIB. */
export function digitsQuery(digits: string): string {
  const national = digits.replace(/^(62|0)/, '');
  const reversed = Array.from(digits).reverse().join('');
  const ends = `${quoted(`<${reversed}`)}:*`;
  return national.length < 4
    ? ends
    : [`${quoted(national)}:*`, `${quoted(digits)}:*`, ends].join(' | ');
}

/** What somebody may see: everything (null), or what lies in one of her areas. */
export function withinQuery(scope: {
  readonly all: boolean;
  readonly kecamatan: readonly string[];
  readonly kelurahan: readonly string[];
}): string | null {
  if (scope.all) return null;
  return [...scope.kecamatan, ...scope.kelurahan].map(quoted).join(' | ');
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

function termOf(word: AskedWord, at: number, all: readonly AskedWord[]): string {
  const goesOn = at === all.length - 1 ? ':*' : '';
  return [...new Set([word.key, word.plain])].map((one) => quoted(one) + goesOn).join(' | ');
}

function quoted(word: string): string {
  return `'${word.replace(/['\\]/g, '')}'`;
}
