import { eachPair, type Blocks, type Share } from './blocks.ts';
import type { Dataset } from './column.ts';
import { Comparer } from './comparer.ts';
import { joinHash } from './fold.ts';
import { raritiesOf, rarityOfPair } from './model.ts';

/** Compared pairs kept to learn from. */
export interface PairSample {
  readonly size: number;
  /** Levels, one row a pair, one entry a field and one for the order of names. */
  readonly levels: Uint8Array;
  readonly rarity: Float32Array;
}

/** Pairs that stand in the blocks, of which one in `every` is compared and kept. Chosen by their records, so always the same ones. */
export function samplePairs(
  dataset: Dataset,
  blocks: Blocks,
  how: { readonly every: number; readonly share: Share },
): PairSample {
  const comparer = new Comparer(dataset);
  const rarities = raritiesOf(dataset);
  const fields = dataset.columns.length + 1;
  let levels = new Uint8Array(fields * 1024);
  let rarity = new Float32Array(1024);
  let size = 0;
  eachPair(blocks, how.share, (one, other) => {
    const a = one < other ? one : other;
    const b = one < other ? other : one;
    if (how.every > 1 && joinHash(a + 1, b + 1) % how.every !== 0) return;
    if (size === rarity.length) {
      const more = new Uint8Array(levels.length * 2);
      more.set(levels);
      levels = more;
      const rarer = new Float32Array(rarity.length * 2);
      rarer.set(rarity);
      rarity = rarer;
    }
    comparer.compare(a, b);
    levels.set(comparer.levels, size * fields);
    rarity[size] = rarityOfPair(rarities, comparer, b);
    size++;
  });
  return { size, levels: levels.slice(0, size * fields), rarity: rarity.slice(0, size) };
}

export function countPairs(blocks: Blocks): number {
  if (blocks.passes.length === 0) return (blocks.size * (blocks.size - 1)) / 2;
  let pairs = 0;
  eachPair(blocks, { part: 0, of: 1 }, () => pairs++);
  return pairs;
}

export function joinSamples(samples: readonly PairSample[]): PairSample {
  const size = samples.reduce((sum, sample) => sum + sample.size, 0);
  const width = Math.max(0, ...samples.map((s) => (s.size > 0 ? s.levels.length / s.size : 0)));
  const levels = new Uint8Array(size * width);
  const rarity = new Float32Array(size);
  let at = 0;
  for (const sample of samples) {
    levels.set(sample.levels, at * width);
    rarity.set(sample.rarity, at);
    at += sample.size;
  }
  return { size, levels, rarity };
}
