import { fold, hashOf, wordsOf } from './fold.ts';
import type { FieldKind } from './field-kind.ts';
import { readDate, type DateOrder } from './read-date.ts';
import { modernSpelling, soundOf } from './sound.ts';
import { addressWordsOf, ownWords, placeWordsOf, saysNothing, sexOf } from './vocabulary.ts';

/** A value made ready for comparing. Values with the same text are the same. */
export interface Prepared {
  readonly text: string;
  /** By kind: how it sounds, the date as yyyymmdd, the part of an address of mail before the @. A hash, but for dates. */
  readonly code: number;
  /** A second, looser one: the modern spelling of a name, the last digits of a phone or number. */
  readonly other: number;
  readonly words: readonly string[];
}

/** Kinds compared word by word. */
export const kindsOfWords: readonly FieldKind[] = ['full-name', 'address', 'text'];

/** Null when the cell says nothing. */
export function prepare(kind: FieldKind, raw: string, order: DateOrder): Prepared | null {
  const folded = fold(raw);
  if (folded === '' || saysNothing(folded)) return null;
  return preparers[kind](folded, raw, order);
}

type Preparer = (folded: string, raw: string, order: DateOrder) => Prepared | null;

const preparers: Readonly<Record<FieldKind, Preparer>> = {
  name: (folded) => name(ownWords(wordsOf(folded))),
  'full-name': (folded) => fullName(ownWords(wordsOf(folded))),
  'birth-date': (_, raw, order) => {
    const date = readDate(raw, order);
    return date === 0 ? null : { text: String(date), code: date, other: 0, words: [] };
  },
  sex: (folded) => plain(sexOf(folded)),
  phone: (folded) => phone(folded.replace(/\D/g, '')),
  'national-id': (folded) => nationalId(folded.replace(/ /g, '')),
  address: (folded) => ofWords(addressWordsOf(wordsOf(folded))),
  'house-number': (folded) => plain(folded.replace(/^(no|nomor) /, '').replace(/ /g, '')),
  place: (folded) => {
    const text = placeWordsOf(wordsOf(folded)).join('');
    return { text, code: hashOf(soundOf(text)), other: hashOf(text.slice(0, 4)), words: [] };
  },
  postcode: (folded) => {
    const text = folded.replace(/ /g, '');
    return { text, code: hashOf(text.slice(0, -2) || text), other: 0, words: [] };
  },
  email: (_, raw) => email(raw.trim().toLowerCase()),
  text: (folded) => ofWords(wordsOf(folded)),
  category: plain,
};

function plain(text: string): Prepared {
  return { text, code: hashOf(text), other: 0, words: [] };
}

function name(words: readonly string[]): Prepared {
  const text = words.join('');
  const code = hashOf(soundOf(text));
  return { text, code, other: hashOf(words.map(modernSpelling).join('')), words: [] };
}

/** Words that stand for the whole: their sounds in any order. */
function fullName(words: readonly string[]): Prepared {
  const modern = words.map(modernSpelling);
  const sounds = words.map(soundOf).sort();
  return {
    text: words.join(' '),
    code: hashOf(sounds.join(' ')),
    other: hashOf(modern.sort().join(' ')),
    words,
  };
}

function ofWords(words: readonly string[]): Prepared | null {
  if (words.length === 0) return null;
  const sorted = [...new Set(words)].sort();
  return {
    text: words.join(' '),
    code: hashOf(words.map(soundOf).join('')),
    other: hashOf(sorted.join(' ')),
    words: [...new Set(words)],
  };
}

/** The national digits: +62 812…, 62812…, 0812… and 812… are one number. */
function phone(digits: string): Prepared | null {
  const text = digits.replace(/^0*62(?=8|[2-7]\d{7})/, '').replace(/^0+/, '');
  if (text.length < 4) return null;
  return { text, code: hashOf(text.slice(-7)), other: hashOf(text.slice(0, -4)), words: [] };
}

function nationalId(text: string): Prepared | null {
  if (/^0*$/.test(text)) return null;
  // The first twelve digits of a NIK are place and day of birth; siblings do not share them, copies of a sheet do.
  return {
    text,
    code: hashOf(text.slice(0, Math.ceil(text.length * 0.6))),
    other: hashOf(text.slice(-Math.ceil(text.length * 0.5))),
    words: [],
  };
}

function email(text: string): Prepared | null {
  const [user = '', domain = ''] = text.split('@');
  if (user === '') return null;
  return { text, code: hashOf(user), other: hashOf(domain), words: [] };
}
