import type { FieldKind } from './field-kind.ts';
import { hashOf } from './fold.ts';
import { kindsOfWords, prepare } from './prepare.ts';
import { dateOrderOf } from './read-date.ts';
import { modernSpelling } from './sound.ts';
import { makePool, type PoolData } from './text-pool.ts';

/** The distinct values of one or more columns, prepared; value 0 is the missing one. Shared between threads. */
export interface Values {
  readonly kind: FieldKind;
  readonly texts: PoolData;
  readonly code: Uint32Array;
  readonly other: Uint32Array;
  /** The words of value `v` are `words[wordsAt[v] … wordsAt[v + 1])`. */
  readonly words: Uint32Array;
  readonly wordsAt: Uint32Array;
  readonly wordTexts: PoolData;
  readonly wordCode: Uint32Array;
  /** In how many values a word stands. */
  readonly wordCount: Uint32Array;
}

/** One field of all records. */
export interface Column {
  readonly name: string;
  readonly kind: FieldKind;
  readonly values: Values;
  /** Per record the number of its value. */
  readonly of: Uint32Array;
  /** Per value how many records have it. */
  readonly count: Uint32Array;
  /** Records that have any. */
  readonly present: number;
}

export interface Dataset {
  readonly size: number;
  readonly columns: readonly Column[];
}

/** Collects the distinct cells of columns that are compared with one another, and prepares each once. */
export class ValueCollector {
  readonly kind: FieldKind;
  readonly #raw = new Map<string, number>();

  constructor(kind: FieldKind) {
    this.kind = kind;
  }

  /** The number of a cell, in the order of first sight. */
  add(raw: string): number {
    let number = this.#raw.get(raw);
    if (number === undefined) this.#raw.set(raw, (number = this.#raw.size));
    return number;
  }

  /** @returns the values, and the value of each number given out */
  finish(): { values: Values; valueOf: Uint32Array } {
    const order = this.kind === 'birth-date' ? dateOrderOf(this.#raw.keys()) : 'day-first';
    const byText = new Map<string, number>([['', 0]]);
    const [code, other] = [[0], [0]];
    const words = new WordCollector();
    const valueOf = new Uint32Array(this.#raw.size);
    const hasWords = kindsOfWords.includes(this.kind);
    words.next([]);
    for (const [raw, number] of this.#raw) {
      const prepared = prepare(this.kind, raw, order);
      if (prepared === null) continue;
      const known = byText.get(prepared.text);
      if (known === undefined) {
        byText.set(prepared.text, code.length);
        valueOf[number] = code.length;
        code.push(prepared.code);
        other.push(prepared.other);
        if (hasWords) words.next(prepared.words);
      } else valueOf[number] = known;
    }
    this.#raw.clear();
    return {
      valueOf,
      values: {
        kind: this.kind,
        texts: makePool([...byText.keys()]),
        code: shared(code),
        other: shared(other),
        ...words.finish(),
      },
    };
  }
}

class WordCollector {
  readonly #known = new Map<string, number>();
  readonly #words: number[] = [];
  readonly #at: number[] = [0];
  readonly #count: number[] = [];

  next(words: readonly string[]): void {
    for (const word of words) {
      let number = this.#known.get(word);
      if (number === undefined) {
        this.#known.set(word, (number = this.#known.size));
        this.#count.push(0);
      }
      this.#count[number]! += 1;
      this.#words.push(number);
    }
    this.#at.push(this.#words.length);
  }

  finish() {
    const texts = [...this.#known.keys()];
    return {
      words: shared(this.#words),
      wordsAt: shared(this.#at),
      wordTexts: makePool(texts),
      wordCode: shared(texts.map((word) => hashOf(modernSpelling(word)))),
      wordCount: shared(this.#count),
    };
  }
}

export function shared(numbers: ArrayLike<number>): Uint32Array {
  const array = sharedNumbers(numbers.length);
  array.set(numbers);
  return array;
}

export function sharedNumbers(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}
