import { Chance } from './chance.ts';
import type { Dataset } from './column.ts';
import { Comparer } from './comparer.ts';
import { mostLevels, sameLevel } from './field-kind.ts';

/** How often pairs taken blindly from all records reach each level, and how often both have the field. */
export interface BlindAgreement {
  /** Shares by `field * mostLevels + level`, of the pairs in which both have the field; they sum to 1 a field. */
  readonly share: Float64Array;
  /** Per field the share of pairs in which both have it. */
  readonly present: Float64Array;
}

const blindPairs = 100_000;

/**
 * Compares pairs taken by chance; where there are few records, all. Being the same is rarer than a sample can tell, so it is
 * counted from how often each value stands.
 */
export function blindAgreement(dataset: Dataset): BlindAgreement {
  const comparer = new Comparer(dataset);
  const fields = dataset.columns.length + 1;
  const counts = new Float64Array(fields * mostLevels);
  let pairs = 0;
  const count = (a: number, b: number) => {
    comparer.compare(a, b);
    for (let field = 0; field < fields; field++)
      counts[field * mostLevels + comparer.levels[field]!]! += 1;
    pairs++;
  };
  visitBlindly(dataset.size, count);
  const share = new Float64Array(counts.length);
  const present = new Float64Array(fields);
  for (let field = 0; field < fields; field++) {
    const at = field * mostLevels;
    const both = pairs - counts[at]!;
    present[field] = both / Math.max(1, pairs);
    const column = dataset.columns[field];
    const same = column === undefined ? 0 : sameLevel[column.kind];
    const exactly = column === undefined ? 0 : sameShare(column.count, column.present);
    let others = 0;
    for (let level = 1; level < mostLevels; level++)
      if (level !== same) others += counts[at + level]!;
    for (let level = 1; level < mostLevels; level++) {
      if (level === same) share[at + level] = exactly;
      else share[at + level] = ((1 - exactly) * counts[at + level]!) / Math.max(1, others);
    }
  }
  return { share, present };
}

function visitBlindly(size: number, visit: (a: number, b: number) => void): void {
  if ((size * (size - 1)) / 2 <= 2 * blindPairs) {
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) visit(a, b);
    return;
  }
  const chance = new Chance(19_690_101);
  for (let pair = 0; pair < blindPairs; pair++) {
    const [one, other] = [chance.below(size), chance.below(size)];
    if (one !== other) visit(Math.min(one, other), Math.max(one, other));
  }
}

/** The share of pairs, of those having the field, whose values are the same. */
function sameShare(count: Uint32Array, present: number): number {
  let pairs = 0;
  for (let value = 1; value < count.length; value++) pairs += count[value]! * (count[value]! - 1);
  return pairs / Math.max(1, present * (present - 1));
}
