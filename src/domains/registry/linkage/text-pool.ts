/** Many texts in one array that threads can share; a text is known by its number, and 0 is the empty one. */
export interface PoolData {
  readonly chars: Uint16Array;
  /** Text `i` is `chars[start[i] … start[i + 1])`. */
  readonly start: Uint32Array;
  /** Per text which letters it has, a bit each; letters beyond the alphabet share one. */
  readonly mask: Uint32Array;
}

/** Makes a pool; the arrays are shared memory. */
export function makePool(texts: readonly string[]): PoolData {
  let size = 0;
  for (const text of texts) size += text.length;
  const chars = new Uint16Array(new SharedArrayBuffer(size * 2));
  const start = new Uint32Array(new SharedArrayBuffer((texts.length + 1) * 4));
  const mask = new Uint32Array(new SharedArrayBuffer(texts.length * 4));
  let at = 0;
  texts.forEach((text, index) => {
    start[index] = at;
    let letters = 0;
    for (let letter = 0; letter < text.length; letter++) {
      const code = text.charCodeAt(letter);
      chars[at++] = code;
      letters |= 1 << (code & 31);
    }
    mask[index] = letters;
  });
  start[texts.length] = at;
  return { chars, start, mask };
}

const longest = 96;
const tooFar = 200;

/**
 * Likeness of texts of a pool. Texts are read up to 96 letters: longer ones that agree so far are alike.
 *
 * Most pairs are of texts that have little in common, so the cheap questions are asked first: which letters each has.
 */
export class TextPool {
  readonly #chars: Uint16Array;
  readonly #start: Uint32Array;
  readonly #mask: Uint32Array;
  #older = new Uint8Array(longest + 1);
  #previous = new Uint8Array(longest + 1);
  #current = new Uint8Array(longest + 1);
  readonly #usedA = new Uint8Array(longest);
  readonly #usedB = new Uint8Array(longest);
  readonly #tally = new Int16Array(128);

  constructor({ chars, start, mask }: PoolData) {
    this.#chars = chars;
    this.#start = start;
    this.#mask = mask;
  }

  length(text: number): number {
    const length = this.#start[text + 1]! - this.#start[text]!;
    return length > longest ? longest : length;
  }

  /** How many letters both begin with. */
  prefix(a: number, b: number): number {
    const chars = this.#chars;
    const ax = this.#start[a]!;
    const bx = this.#start[b]!;
    const most = Math.min(this.length(a), this.length(b));
    let same = 0;
    while (same < most && chars[ax + same] === chars[bx + same]) same++;
    return same;
  }

  /** At most so many letters can be common: those of one that the other has not at all are none. */
  mostCommon(a: number, b: number): number {
    const one = this.#mask[a]!;
    const other = this.#mask[b]!;
    const left = this.length(a) - bits(one & ~other);
    const right = this.length(b) - bits(other & ~one);
    return left < right ? left : right;
  }

  /** No likeness by `jaroWinkler` can be higher than this. */
  bestJaroWinkler(a: number, b: number): number {
    const common = this.mostCommon(a, b);
    if (common <= 0) return 0;
    const jaro = (common / this.length(a) + common / this.length(b) + 1) / 3;
    return jaro < 0.7 ? jaro : jaro + Math.min(4, this.prefix(a, b)) * 0.1 * (1 - jaro);
  }

  /**
   * Letters added, dropped, changed or swapped with their neighbour to make one the other (optimal string alignment);
   * `limit + 1` when it is more than `limit`.
   */
  distance(a: number, b: number, limit: number): number {
    const la = this.length(a);
    const lb = this.length(b);
    if (Math.max(la, lb) - this.mostCommon(a, b) > limit) return limit + 1;
    let previous = this.#previous;
    for (let j = 0; j <= lb; j++) previous[j] = j;
    for (let i = 1; i <= la; i++) {
      if (this.#fillRow(a, b, i, limit) > limit) return limit + 1;
      previous = this.#current;
      this.#current = this.#older;
      this.#older = this.#previous;
      this.#previous = previous;
    }
    return Math.min(previous[lb]!, limit + 1);
  }

  /** One row of the table of distances, as far from its middle as the limit allows. @returns the least in it */
  #fillRow(a: number, b: number, i: number, limit: number): number {
    const chars = this.#chars;
    const ax = this.#start[a]! + i - 1;
    const bx = this.#start[b]! - 1;
    const lb = this.length(b);
    const older = this.#older;
    const previous = this.#previous;
    const current = this.#current;
    const letter = chars[ax]!;
    const before = i > 1 ? chars[ax - 1]! : -1;
    const from = i - limit > 1 ? i - limit : 1;
    const until = i + limit < lb ? i + limit : lb;
    // What lies outside counts as too far.
    current[from - 1] = from === 1 ? i : tooFar;
    let least = from === 1 ? i : tooFar;
    if (until < lb) current[until + 1] = tooFar;
    for (let j = from; j <= until; j++) {
      const there = chars[bx + j]!;
      let cost = previous[j - 1]! + (letter === there ? 0 : 1);
      if (previous[j]! + 1 < cost) cost = previous[j]! + 1;
      if (current[j - 1]! + 1 < cost) cost = current[j - 1]! + 1;
      if (j > 1 && before === there && letter === chars[bx + j - 1] && older[j - 2]! + 1 < cost)
        cost = older[j - 2]! + 1;
      current[j] = cost;
      if (cost < least) least = cost;
    }
    return least;
  }

  /** Jaro's likeness raised for a common beginning of up to four letters (Winkler), 0 to 1. */
  jaroWinkler(a: number, b: number): number {
    const la = this.length(a);
    const lb = this.length(b);
    const common = this.#markCommon(a, b);
    if (common === 0) return 0;
    const swapped = this.#outOfOrder(a, b) / 2;
    const jaro = (common / la + common / lb + (common - swapped) / common) / 3;
    return jaro < 0.7 ? jaro : jaro + Math.min(4, this.prefix(a, b)) * 0.1 * (1 - jaro);
  }

  #markCommon(a: number, b: number): number {
    const chars = this.#chars;
    const ax = this.#start[a]!;
    const bx = this.#start[b]!;
    const la = this.length(a);
    const lb = this.length(b);
    const reach = Math.max(0, ((la > lb ? la : lb) >> 1) - 1);
    const usedA = this.#usedA;
    const usedB = this.#usedB;
    for (let i = 0; i < la; i++) usedA[i] = 0;
    for (let j = 0; j < lb; j++) usedB[j] = 0;
    let common = 0;
    for (let i = 0; i < la; i++) {
      const letter = chars[ax + i];
      const until = i + reach + 1 < lb ? i + reach + 1 : lb;
      for (let j = i > reach ? i - reach : 0; j < until; j++) {
        if (usedB[j] === 1 || letter !== chars[bx + j]) continue;
        usedA[i] = 1;
        usedB[j] = 1;
        common++;
        break;
      }
    }
    return common;
  }

  #outOfOrder(a: number, b: number): number {
    const la = this.length(a);
    const ax = this.#start[a]!;
    const bx = this.#start[b]!;
    let out = 0;
    let j = 0;
    for (let i = 0; i < la; i++) {
      if (this.#usedA[i] === 0) continue;
      while (this.#usedB[j] === 0) j++;
      if (this.#chars[ax + i] !== this.#chars[bx + j]) out++;
      j++;
    }
    return out;
  }

  /** The share of letters both have, whatever their order, of the longer one: finds what was typed jumbled. 0 to 1. */
  letters(a: number, b: number): number {
    const la = this.length(a);
    const lb = this.length(b);
    const ax = this.#start[a]!;
    const bx = this.#start[b]!;
    const chars = this.#chars;
    const tally = this.#tally;
    for (let i = 0; i < la; i++) tally[chars[ax + i]! & 127]! += 1;
    let common = 0;
    for (let j = 0; j < lb; j++) {
      const letter = chars[bx + j]! & 127;
      if (tally[letter]! > 0) {
        tally[letter]! -= 1;
        common++;
      }
    }
    for (let i = 0; i < la; i++) tally[chars[ax + i]! & 127] = 0;
    return common / Math.max(1, la, lb);
  }
}

function bits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
