import type { Column, Dataset } from './column.ts';
import {
  compareBirthDates,
  compareEmails,
  compareEqual,
  compareHouseNumbers,
  compareNames,
  compareNationalIds,
  comparePhones,
  comparePlaces,
  comparePostcodes,
  type Compare,
} from './compare-short.ts';
import { compareFullNames, compareTexts } from './compare-words.ts';
import type { Values } from './column.ts';
import { mostLevels, sameLevel, type FieldKind } from './field-kind.ts';

const makers: Readonly<Record<FieldKind, (values: Values) => Compare>> = {
  name: compareNames,
  'full-name': compareFullNames,
  'birth-date': compareBirthDates,
  sex: compareEqual,
  phone: comparePhones,
  'national-id': compareNationalIds,
  address: compareTexts,
  'house-number': compareHouseNumbers,
  place: comparePlaces,
  postcode: comparePostcodes,
  email: compareEmails,
  text: compareTexts,
  category: compareEqual,
};

/** What a pair can reach at the most, and what each level of each field takes away from that (0 or less). */
export interface Hope {
  readonly least: number;
  readonly most: number;
  readonly lost: Float64Array;
}

const cheapFirst: readonly FieldKind[] = [
  'birth-date',
  'sex',
  'category',
  'national-id',
  'phone',
  'postcode',
  'house-number',
  'email',
  'place',
  'name',
  'full-name',
  'text',
  'address',
];

function cost(kind: FieldKind): number {
  return cheapFirst.indexOf(kind);
}

/** From this level on two names may stand for each other in exchanged columns. */
const exchangeable = 4;

/**
 * Compares two records field by field.
 *
 * Where two columns of names agree better crosswise (Aminah Siti beside Siti Aminah), they are compared so, and the last of
 * the levels, `order`, says it: 1 as they stand, 2 exchanged.
 */
export class Comparer {
  readonly columns: readonly Column[];
  /** Levels are written here: one a column, and after them `order`. */
  readonly levels: Uint8Array;
  /** The value of the first record each level was found with: the one whose rarity counts. */
  readonly valueUsed: Uint32Array;
  readonly #compare: readonly Compare[];
  readonly #same: readonly number[];
  readonly #names: readonly number[];
  readonly #order: readonly number[];

  constructor({ columns }: Dataset) {
    this.columns = columns;
    this.levels = new Uint8Array(columns.length + 1);
    this.valueUsed = new Uint32Array(columns.length);
    const made = new Map<Values, Compare>();
    this.#compare = columns.map(({ kind, values }) => {
      const compare = made.get(values) ?? makers[kind](values);
      made.set(values, compare);
      return compare;
    });
    this.#same = columns.map(({ kind }) => sameLevel[kind]);
    this.#order = columns
      .map((_, field) => field)
      .sort((one, other) => cost(columns[one]!.kind) - cost(columns[other]!.kind));
    this.#names = columns.flatMap(({ kind }, index) => (kind === 'name' ? [index] : []));
  }

  /**
   * Fills `levels` as far as it takes to see whether a pair can still reach a limit, the cheap and telling fields first.
   *
   * @returns false when it cannot; `levels` then are not all filled
   */
  compareWhile(a: number, b: number, hope: Hope): boolean {
    const { columns, levels, valueUsed } = this;
    let sum = hope.most;
    for (const field of this.#order) {
      const of = columns[field]!.of;
      const one = of[a]!;
      const level = this.level(field, one, of[b]!);
      valueUsed[field] = one;
      levels[field] = level;
      // Names may yet be exchanged, so they take nothing away before that was looked at.
      if (this.#names.length > 1 && columns[field]!.kind === 'name') continue;
      sum += hope.lost[field * mostLevels + level]!;
      if (sum < hope.least) return false;
    }
    levels[columns.length] = 1;
    if (this.#names.length > 1) this.#exchange(a, b);
    return true;
  }

  /** Fills `levels` for two records. */
  compare(a: number, b: number): void {
    const { columns, levels, valueUsed } = this;
    for (let field = 0; field < columns.length; field++) {
      const of = columns[field]!.of;
      const one = of[a]!;
      const other = of[b]!;
      valueUsed[field] = one;
      levels[field] = this.level(field, one, other);
    }
    levels[columns.length] = 1;
    if (this.#names.length > 1) this.#exchange(a, b);
  }

  level(field: number, one: number, other: number): number {
    if (one === 0 || other === 0) return 0;
    return one === other ? this.#same[field]! : this.#compare[field]!(one, other);
  }

  #exchange(a: number, b: number): void {
    const { levels, columns } = this;
    for (const first of this.#names) {
      if (levels[first]! >= exchangeable) continue;
      for (const second of this.#names) {
        if (second <= first || levels[second]! >= exchangeable) continue;
        const here = columns[first]!.of;
        const there = columns[second]!.of;
        const one = this.level(first, here[a]!, there[b]!);
        const other = this.level(first, there[a]!, here[b]!);
        if (!fits(one) || !fits(other) || one + other < exchangeable) continue;
        // One name found in the other column and nothing beside it says something only if they agree well.
        if (Math.min(one, other) === 0 && Math.max(one, other) < 5) continue;
        levels[first] = one;
        levels[second] = other;
        this.valueUsed[second] = there[a]!;
        levels[columns.length] = 2;
        return;
      }
    }
  }
}

function fits(level: number): boolean {
  return level === 0 || level >= exchangeable;
}
