import { eachPair, type Blocks, type Share } from './blocks.ts';
import type { Dataset } from './column.ts';
import { Comparer, type Hope } from './comparer.ts';
import { mostLevels } from './field-kind.ts';
import { logOdds, mostRarity, type Model } from './model.ts';

/** Pairs that may be one person, by ln of the odds. */
export interface Edges {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly logOdds: Float32Array;
  /** Pairs compared to find them. */
  readonly compared: number;
}

/** Pairs less likely than about one in fifty are not kept. */
const leastLogOdds = -4;

export function scorePairs(
  dataset: Dataset,
  blocks: Blocks,
  how: { model: Model; share: Share },
): Edges {
  const comparer = new Comparer(dataset);
  const hope = hopeOf(how.model, dataset.columns.length + 1);
  let [a, b, logarithm] = [new Uint32Array(4096), new Uint32Array(4096), new Float32Array(4096)];
  let [size, compared] = [0, 0];
  eachPair(blocks, how.share, (one, other) => {
    compared++;
    const first = one < other ? one : other;
    const second = one < other ? other : one;
    if (!comparer.compareWhile(first, second, hope)) return;
    const odds = logOdds(how.model, comparer, second);
    if (odds < leastLogOdds) return;
    if (size === a.length) {
      [a, b] = [doubled(a), doubled(b)];
      const more = new Float32Array(size * 2);
      more.set(logarithm);
      logarithm = more;
    }
    a[size] = first;
    b[size] = second;
    logarithm[size] = odds;
    size++;
  });
  return { a: a.slice(0, size), b: b.slice(0, size), logOdds: logarithm.slice(0, size), compared };
}

/** The best a pair could reach by this model, rarity included, and what each level takes away. */
function hopeOf({ prior, weights }: Model, fields: number): Hope {
  const lost = new Float64Array(weights.length);
  let most = prior;
  for (let field = 0; field < fields; field++) {
    const levels = weights.subarray(field * mostLevels, (field + 1) * mostLevels);
    const best = Math.max(0, ...levels) + mostRarity;
    most += best;
    for (let level = 0; level < mostLevels; level++) {
      const rare = level >= 2 ? mostRarity : 0;
      lost[field * mostLevels + level] = levels[level]! + rare - best;
    }
  }
  return { least: leastLogOdds, most, lost };
}

function doubled(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const into = new Uint32Array(from.length * 2);
  into.set(from);
  return into;
}

export function joinEdges(parts: readonly Edges[]): Edges {
  const size = parts.reduce((sum, part) => sum + part.a.length, 0);
  const [a, b, logarithm] = [new Uint32Array(size), new Uint32Array(size), new Float32Array(size)];
  let [at, compared] = [0, 0];
  for (const part of parts) {
    a.set(part.a, at);
    b.set(part.b, at);
    logarithm.set(part.logOdds, at);
    at += part.a.length;
    compared += part.compared;
  }
  return { a, b, logOdds: logarithm, compared };
}
