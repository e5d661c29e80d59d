import { blockKeys, exchangedNames, type BlockKey } from './block-keys.ts';
import type { Dataset } from './column.ts';
import { joinHash } from './fold.ts';
import { Chance } from './chance.ts';

/** One way of bringing records together: those that share one key, or two keys of different fields. */
export interface BlockPass {
  readonly name: string;
  readonly fields: readonly number[];
  /** Pairs expected, in all. */
  readonly pairs: number;
  /** Per record a hash; 0 takes no part. */
  keys(): Uint32Array;
}

export interface BlockPlan {
  readonly passes: readonly BlockPass[];
  /** The share of true pairs that at least one pass is expected to bring together, 0 to 1. */
  readonly recall: number;
}

interface Candidate extends BlockPass {
  readonly covers: Uint8Array;
}

const simulated = 4000;
const sampleSize = 30_000;

/**
 * Chooses passes by what they bring for what they cost: the share of simulated true pairs (with the errors such fields
 * have) that they find and no pass before did, against the pairs to be compared.
 *
 * @param budget the most pairs to be compared, over all passes
 */
export function planBlocks(dataset: Dataset, budget: number): BlockPlan {
  const chance = new Chance(20_111);
  const candidates = candidatesOf(dataset, chance).filter(({ pairs }) => pairs <= budget / 2);
  const covered = new Uint8Array(simulated);
  const passes: BlockPass[] = [];
  let [left, found] = [budget, 0];
  for (;;) {
    let [best, bestWorth, bestGain] = [null as Candidate | null, 0, 0];
    for (const candidate of candidates) {
      if (candidate.pairs > left) continue;
      let gain = 0;
      for (let pair = 0; pair < simulated; pair++)
        gain += candidate.covers[pair]! & ~covered[pair]!;
      // Sorting the records for a pass costs about as much as comparing a fifth as many pairs.
      const worth = gain / (candidate.pairs + dataset.size / 5);
      if (worth > bestWorth) [best, bestWorth, bestGain] = [candidate, worth, gain];
    }
    if (best === null || bestGain / simulated < 0.0005 || passes.length >= 18) break;
    for (let pair = 0; pair < simulated; pair++) covered[pair]! |= best.covers[pair]!;
    left -= best.pairs;
    found += bestGain;
    passes.push(best);
  }
  return { passes, recall: found / simulated };
}

function candidatesOf(dataset: Dataset, chance: Chance): Candidate[] {
  const { columns, size } = dataset;
  const keys = blockKeys(dataset);
  const shares = sharedFields(dataset, chance);
  const covers = keys.map((key) => shares[key.field]!.map((held) => (held < key.holds ? 1 : 0)));
  const step = Math.max(1, Math.floor(size / sampleSize));
  const single = keys.map((key, index) => ({
    fields: [key.field],
    name: `${columns[key.field]!.name} (${key.name})`,
    covers: Uint8Array.from(covers[index]!),
    hash: (record: number) => key.of[columns[key.field]!.of[record]!]!,
  }));
  const double = keys.flatMap((one, i) =>
    keys.flatMap((other, j) => {
      if (j <= i || one.field === other.field) return [];
      return {
        fields: [one.field, other.field],
        name: `${single[i]!.name} + ${single[j]!.name}`,
        covers: single[i]!.covers.map((held, pair) => held & single[j]!.covers[pair]!),
        hash: (record: number) => joinHash(single[i]!.hash(record), single[j]!.hash(record)),
      };
    }),
  );
  return [...single, ...double, ...crosswise(dataset, keys, single)].map(
    ({ hash, fields, name, covers: covering }) => ({
      name,
      fields,
      covers: covering,
      pairs: expectedPairs({ hash, size, step }),
      keys: () => hashes(hash, size),
    }),
  );
}

/** Given name and surname exchanged is rare; a pass for it is found worth its cost only where little else helps. */
function crosswise(
  dataset: Dataset,
  keys: readonly BlockKey[],
  single: readonly { covers: Uint8Array }[],
) {
  return exchangedNames(dataset).map(({ fields, columns: [first, second] }) => {
    const [one, other] = fields.map((field) =>
      keys.findIndex((key) => key.field === field && key.name === 'sound'),
    ) as [number, number];
    const [x, y] = [keys[one]!.of, keys[other]!.of];
    return {
      fields: [...fields],
      name: `${first.name} and ${second.name} in any order`,
      covers: single[one]!.covers.map((held, pair) => held & single[other]!.covers[pair]!),
      hash: (record: number) => {
        const [a, b] = [x[first.of[record]!]!, y[second.of[record]!]!];
        return joinHash(Math.min(a, b), Math.max(a, b));
      },
    };
  });
}

/** Per field and simulated true pair how badly the two differ there, 0 to 1; 2 where one of them lacks it. */
function sharedFields({ columns, size }: Dataset, chance: Chance): number[][] {
  return columns.map(({ present }) => {
    const has = (present / Math.max(1, size)) ** 2;
    return Array.from({ length: simulated }, () => (chance.next() < has ? chance.next() : 2));
  });
}

function hashes(hash: (record: number) => number, size: number): Uint32Array {
  const all = new Uint32Array(size);
  for (let record = 0; record < size; record++) all[record] = hash(record);
  return all;
}

/** Records are held in an order by chance, so that every so-manyeth is a fair sample. */
function expectedPairs(of: {
  hash: (record: number) => number;
  size: number;
  step: number;
}): number {
  const sample = new Uint32Array(Math.ceil(of.size / of.step));
  let used = 0;
  for (let record = 0; record < of.size; record += of.step) {
    const key = of.hash(record);
    if (key !== 0) sample[used++] = key;
  }
  const sorted = sample.subarray(0, used).sort();
  let [pairs, run] = [0, 1];
  for (let at = 1; at <= used; at++) {
    if (at < used && sorted[at] === sorted[at - 1]) run++;
    else {
      pairs += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  return pairs * of.step * of.step;
}
