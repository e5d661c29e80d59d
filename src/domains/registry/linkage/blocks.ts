import type { Dataset } from './column.ts';
import { sharedNumbers } from './column.ts';
import type { BlockPlan } from './block-plan.ts';
import { joinHash } from './fold.ts';

/** One pass carried out: records in the order of their blocks. Shared between threads. */
export interface PassBlocks {
  /** Per record its key; 0 takes no part, also where its block was too large. */
  readonly keys: Uint32Array;
  readonly records: Uint32Array;
  /** Block `b` is `records[starts[b] … starts[b + 1])`. */
  readonly starts: Uint32Array;
}

/** Which pairs are compared: those in a block of a pass, or all where there is no pass. */
export interface Blocks {
  readonly size: number;
  readonly passes: readonly PassBlocks[];
}

/** A block of more records than this says too little; it is divided by another field, and left where that does not help. */
const largestBlock = 150;

const keyed = 0x200000;

export function makeBlocks(dataset: Dataset, { passes }: BlockPlan): Blocks {
  return {
    size: dataset.size,
    passes: passes.map((pass) => {
      const keys = sharedNumbers(dataset.size);
      keys.set(pass.keys());
      return divided(keys, refiner(dataset, pass.fields));
    }),
  };
}

/** The field with the most distinct values per record that is not in the pass already. */
function refiner({ columns, size }: Dataset, taken: readonly number[]): (record: number) => number {
  const best = columns
    .filter((_, field) => !taken.includes(field))
    .map((column) => ({ column, spread: (column.values.code.length * column.present) / size }))
    .sort((a, b) => b.spread - a.spread)[0];
  return best === undefined ? () => 0 : (record) => best.column.of[record]!;
}

/** The blocks of a pass, the large ones divided by another field, and what is large even so left out. */
function divided(keys: Uint32Array, refine: (record: number) => number): PassBlocks {
  const first = gather(keys, Infinity);
  let large = 0;
  for (let block = 0; block + 1 < first.starts.length; block++) {
    const from = first.starts[block]!;
    const until = first.starts[block + 1]!;
    if (until - from <= largestBlock) continue;
    large++;
    for (let at = from; at < until; at++) {
      const record = first.records[at]!;
      keys[record] = joinHash(keys[record]!, refine(record));
    }
  }
  return large === 0 ? first : gather(keys, largestBlock);
}

/** Records by their keys; those alone in a block are left out, and those with more than `most` others. */
function gather(keys: Uint32Array, most: number): PassBlocks {
  const sorted = new Float64Array(keys.length);
  let used = 0;
  for (let record = 0; record < keys.length; record++)
    if (keys[record] !== 0) sorted[used++] = keys[record]! * keyed + record;
  const order = sorted.subarray(0, used).sort();
  const records = sharedNumbers(used);
  const starts: number[] = [];
  let [kept, from] = [0, 0];
  for (let at = 1; at <= used; at++) {
    if (at < used && keys[order[at]! % keyed] === keys[order[from]! % keyed]) continue;
    if (at - from > most) {
      for (let member = from; member < at; member++) keys[order[member]! % keyed] = 0;
    } else if (at - from > 1) {
      starts.push(kept);
      for (let member = from; member < at; member++) records[kept++] = order[member]! % keyed;
    }
    from = at;
  }
  starts.push(kept);
  const shared = sharedNumbers(starts.length);
  shared.set(starts);
  return { keys, records: records.subarray(0, kept), starts: shared };
}

/** The part of the work one of several threads does. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** Visits every pair once, in whatever passes it stands. */
export function eachPair(
  blocks: Blocks,
  share: Share,
  visit: (a: number, b: number) => void,
): void {
  if (blocks.passes.length === 0) {
    for (let a = share.part; a < blocks.size; a += share.of)
      for (let b = a + 1; b < blocks.size; b++) visit(a, b);
    return;
  }
  const keysOf = blocks.passes.map(({ keys }) => keys);
  blocks.passes.forEach(({ records, starts }, pass) => {
    for (let block = share.part; block + 1 < starts.length; block += share.of) {
      const until = starts[block + 1]!;
      for (let i = starts[block]!; i < until; i++) {
        const a = records[i]!;
        for (let j = i + 1; j < until; j++) {
          const b = records[j]!;
          let before = 0;
          while (
            before < pass &&
            (keysOf[before]![a] === 0 || keysOf[before]![a] !== keysOf[before]![b])
          )
            before++;
          if (before === pass) visit(a, b);
        }
      }
    }
  });
}
