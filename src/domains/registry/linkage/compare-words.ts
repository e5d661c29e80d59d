import type { Values } from './column.ts';
import type { Compare } from './compare-short.ts';
import { TextPool } from './text-pool.ts';

/** How well the words of two values find each other: each word of the shorter one its best in the longer. */
interface Pairing {
  /** Words of the shorter value that found the same, or the same in modern spelling. */
  readonly exact: number;
  /** Words that found one a slip away. */
  readonly near: number;
  /** Single letters that found a word beginning so. */
  readonly initials: number;
  readonly shorter: number;
  readonly longer: number;
}

const mostWords = 12;

function pairer(values: Values): (a: number, b: number) => Pairing {
  const { words, wordsAt } = values;
  const grade = grader(values);
  const taken = new Uint8Array(mostWords);
  const found = { exact: 0, near: 0, initials: 0, shorter: 0, longer: 0 };
  return (a, b) => {
    const sizeA = Math.min(mostWords, wordsAt[a + 1]! - wordsAt[a]!);
    const sizeB = Math.min(mostWords, wordsAt[b + 1]! - wordsAt[b]!);
    const less = wordsAt[sizeA <= sizeB ? a : b]!;
    const more = wordsAt[sizeA <= sizeB ? b : a]!;
    found.shorter = Math.min(sizeA, sizeB);
    found.longer = Math.max(sizeA, sizeB);
    found.exact = found.near = found.initials = 0;
    for (let j = 0; j < found.longer; j++) taken[j] = 0;
    for (let i = 0; i < found.shorter; i++) {
      let best = 0;
      let where = 0;
      for (let j = 0; j < found.longer && best < 3; j++) {
        if (taken[j] === 1) continue;
        const here = grade(words[less + i]!, words[more + j]!);
        if (here > best) {
          best = here;
          where = j;
        }
      }
      if (best === 0) continue;
      taken[where] = 1;
      if (best === 3) found.exact++;
      else if (best === 2) found.near++;
      else found.initials++;
    }
    return found;
  };
}

/** 3 the same or the same in modern spelling · 2 a slip apart · 1 an initial · 0 other */
function grader({ wordCode, wordTexts }: Values): (one: number, other: number) => number {
  const texts = new TextPool(wordTexts);
  // The same words meet again and again; what was found last for a pair is kept where its numbers lead.
  const asked = new Float64Array(remembered).fill(-1);
  const answer = new Uint8Array(remembered);
  return (one, other) => {
    if (one === other || wordCode[one] === wordCode[other]) return 3;
    const pair = one * 0x400000 + other;
    const place = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 18;
    if (asked[place] !== pair) {
      asked[place] = pair;
      answer[place] = compareWords(texts, one, other);
    }
    return answer[place]!;
  };
}

const remembered = 1 << 14;

function compareWords(texts: TextPool, one: number, other: number): number {
  const shorter = Math.min(texts.length(one), texts.length(other));
  if (shorter === 1) return texts.prefix(one, other) === 1 ? 1 : 0;
  if (shorter < 4 || texts.bestJaroWinkler(one, other) < 0.8) return 0;
  const likeness = texts.jaroWinkler(one, other);
  return likeness >= 0.91 || (likeness >= 0.8 && texts.distance(one, other, 1) === 1) ? 2 : 0;
}

/**
 * A whole name.
 * 5 the same words in any order or spelling · 4 each word has its like · 3 one name holds the other (one-word names, initials) ·
 * 2 half of the words · 1 other
 */
export function compareFullNames(values: Values): Compare {
  const pair = pairer(values);
  const texts = new TextPool(values.texts);
  const { other, code } = values;
  return (a, b) => {
    if (other[a] === other[b]) return 5;
    const { exact, near, initials, shorter, longer } = pair(a, b);
    const good = exact + near;
    if (shorter === longer && good === shorter) return 4;
    // A missing space makes one word of two, so the whole is looked at only where words are few or some were found.
    if ((shorter === 1 || good > 0) && reads(texts, a, b)) return 4;
    if (good + initials === shorter && (good > 0 || shorter === 1)) return 3;
    if (code[a] === code[b]) return 3;
    return good > 0 && good * 2 >= shorter ? 2 : 1;
  };
}

/** An address or any text. 4 the same words, or nearly the same letters · 3 most words · 2 some words, or alike · 1 other */
export function compareTexts(values: Values): Compare {
  const pair = pairer(values);
  const texts = new TextPool(values.texts);
  const { other, code } = values;
  return (a, b) => {
    if (other[a] === other[b] || code[a] === code[b]) return 4;
    const { exact, near, shorter, longer } = pair(a, b);
    const good = exact + near;
    if (good === longer) return 4;
    // Long texts with no word in common have many letters in common and say nothing.
    if (good === 0 && shorter > 1) return 1;
    const likeness = texts.bestJaroWinkler(a, b) < 0.85 ? 0 : texts.jaroWinkler(a, b);
    if (likeness >= 0.93 && texts.distance(a, b, 2) <= 2) return 4;
    if (good / longer >= 0.6 || (good === shorter && good > 1)) return 3;
    return (good > 0 && good / shorter >= 0.5) || likeness >= 0.85 ? 2 : 1;
  };
}

/** Whether two texts read the same but for two letters. */
function reads(texts: TextPool, a: number, b: number): boolean {
  return texts.distance(a, b, 2) <= 2 && Math.min(texts.length(a), texts.length(b)) >= 6;
}
