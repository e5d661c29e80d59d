import { chanceOf } from './model.ts';
import type { Merge } from './merge-tree.ts';
import { UnionFind } from './union-find.ts';

export interface Clusters {
  /** Per record the number of its cluster, counted from 0 in the order of the records. */
  readonly of: Uint32Array;
  readonly clusters: number;
  /** The probability from which on clusters were put together. */
  readonly threshold: number;
  /** As the model expects them; null where no pair was linked or none exists. */
  readonly precision: number | null;
  readonly recall: number | null;
}

/**
 * Cuts the tree of merges.
 *
 * @param threshold a probability; without one that which gives the highest F1 by the model's own expectation
 * @param expectedMatches true pairs expected in all, found or not
 */
export function chooseClusters(
  size: number,
  merges: readonly Merge[],
  how: { readonly threshold: number | null; readonly expectedMatches: number },
): Clusters {
  const ordered = [...merges].sort((one, other) => other.linkage - one.linkage);
  const least =
    how.threshold === null ? bestCut(ordered, how.expectedMatches) : oddsAt(how.threshold);
  const union = new UnionFind(size);
  let [pairs, right] = [0, 0];
  for (const merge of ordered) {
    if (merge.linkage < least) break;
    union.join(merge.a, merge.b);
    pairs += merge.pairs;
    right += merge.expected;
  }
  const of = new Uint32Array(size);
  const numbers = new Map<number, number>();
  for (let record = 0; record < size; record++) {
    const root = union.root(record);
    let number = numbers.get(root);
    if (number === undefined) numbers.set(root, (number = numbers.size));
    of[record] = number;
  }
  return {
    of,
    clusters: numbers.size,
    threshold: how.threshold ?? chanceOf(least),
    precision: pairs === 0 ? null : right / pairs,
    recall:
      how.expectedMatches < 0.5 ? null : Math.min(1, right / Math.max(how.expectedMatches, right)),
  };
}

function oddsAt(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function bestCut(ordered: readonly Merge[], expectedMatches: number): number {
  let [pairs, right, best, cut] = [0, 0, 0, 0];
  for (const merge of ordered) {
    pairs += merge.pairs;
    right += merge.expected;
    const f1 = (2 * right) / (pairs + Math.max(expectedMatches, right));
    if (f1 > best + 1e-12) [best, cut] = [f1, merge.linkage];
  }
  return ordered.length === 0 ? 0 : cut - 1e-9;
}
