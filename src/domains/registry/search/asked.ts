import { cleanText, nameKey } from '#kernel/text.ts';
import { fold, wordsOf } from '../linkage/fold.ts';
import { ownWords } from '../linkage/vocabulary.ts';

/** A word as it was typed, and as the keys of names have it: Soekarsih is sukarsih there, a sayur in a product stays. */
export interface AskedWord {
  readonly plain: string;
  readonly key: string;
}

/** What was typed into the one search box, as the register can be asked for it. */
export interface Asked {
  /** Sixteen digits: looked up by its blind index, and by nothing else. */
  readonly nik: string | null;
  /** A telephone or business number, four digits at least, without marks. */
  readonly digits: string | null;
  /** Words without titles; the last may be half typed. */
  readonly words: readonly AskedWord[];
}

/** More words than a name, its product and its place have say nothing further. */
const mostWords = 6;
const mostSigns = 100;

/** Reads what was typed; nothing is found by fewer than two signs. */
export function readAsked(typed: string): Asked {
  const text = cleanText(typed).slice(0, mostSigns);
  const digits = text.replace(/[\s.+()-]/g, '');
  if (/^\d{16}$/.test(digits)) return { nik: digits, digits: null, words: [] };
  if (/^\d{4,15}$/.test(digits)) return { nik: null, digits, words: [] };
  return { nik: null, digits: null, words: wordsAsked(text) };
}

/** A short last word may be the beginning of a longer one: M is Muhammad only once a name goes on after it. */
function wordsAsked(text: string): AskedWord[] {
  const typed = wordsOf(fold(text));
  const last = typed.length > 1 && (typed.at(-1)?.length ?? 0) < 4 ? typed.slice(-1) : [];
  const own = [...ownWords(typed.slice(0, typed.length - last.length)), ...last];
  return own.slice(0, mostWords).map((plain, at) => ({
    plain,
    key: at === own.length - 1 && last.length > 0 ? plain : nameKey(plain),
  }));
}
