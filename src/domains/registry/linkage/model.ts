import type { Dataset } from './column.ts';
import { mostLevels, sameLevel } from './field-kind.ts';
import type { Comparer } from './comparer.ts';

/**
 * What was learned: per field and level how often two records of one person (m) and of two persons (u) agree so far, and
 * how rare matches are. After Fellegi and Sunter (1969); a pair's weight is the sum of ln(m / u) over its fields.
 */
export interface Model {
  /** ln of the odds that two records taken blindly are one person. */
  readonly prior: number;
  /** m and u by `field * mostLevels + level`; the last field is the order of names. Level 0 says nothing. */
  readonly m: Float64Array;
  readonly u: Float64Array;
  /** ln(m / u) likewise. */
  readonly weights: Float64Array;
  /** Per field and value ln of the share of records having it; agreeing on what is rare says more. */
  readonly rarity: readonly Float32Array[];
  /** Per field the ln share for which no adjustment is made. */
  readonly usual: readonly number[];
}

/** The most that rarity adds or takes, as ln of odds. */
export const mostRarity = 6;

/** Per field and value ln of the share of records. */
export function raritiesOf({ columns }: Dataset): { rarity: Float32Array[]; usual: number[] } {
  const rarity = columns.map(({ count, present }) =>
    Float32Array.from(count, (records, value) =>
      value === 0 ? 0 : Math.log(Math.max(records, 1) / Math.max(1, present)),
    ),
  );
  // Weighted so that agreeing says on average what it says without looking at the value.
  const usual = columns.map(({ count, present }) => {
    let squares = 0;
    for (let value = 1; value < count.length; value++) squares += count[value]! ** 2;
    return present === 0 ? 0 : Math.log(squares / present ** 2);
  });
  return { rarity, usual };
}

/** How much more or less the compared pair's agreement says because of how rare its values are, as ln of odds. */
export function rarityOfPair(
  { rarity, usual }: Pick<Model, 'rarity' | 'usual'>,
  comparer: Comparer,
  b: number,
): number {
  let sum = 0;
  const { columns, levels, valueUsed } = comparer;
  for (let field = 0; field < columns.length; field++) {
    const level = levels[field]!;
    const { kind, of } = columns[field]!;
    const same = sameLevel[kind];
    if (level < 4 && level !== same) continue;
    const own = rarity[field]![valueUsed[field]!]!;
    const other = level === same ? own : rarity[field]![of[b]!]!;
    const adjusted = Math.max(
      -mostRarity,
      Math.min(mostRarity, usual[field]! - Math.max(own, other)),
    );
    sum += level === same ? adjusted : adjusted / 2;
  }
  return sum;
}

/** Two records that say next to nothing about each other are not one person, however many are in the list. */
const leastEvidence = 1.5;
const noEvidence = -9;

/** The weight of the pair just compared, as ln of the odds that it is one person. */
export function logOdds(model: Model, comparer: Comparer, b: number): number {
  const { levels } = comparer;
  let sum = 0;
  for (let field = 0; field < levels.length; field++)
    sum += model.weights[field * mostLevels + levels[field]!]!;
  sum += rarityOfPair(model, comparer, b);
  return sum < leastEvidence ? Math.min(noEvidence, model.prior + sum) : model.prior + sum;
}

export function chanceOf(logarithm: number): number {
  return 1 / (1 + Math.exp(-logarithm));
}
