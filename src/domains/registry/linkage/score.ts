import { eachPair, type Blocks, type Share } from './blocks.ts';
import type { Dataset } from './column.ts';
import { Comparer } from './comparer.ts';
import { logOdds, type Model } from './model.ts';

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
  let [a, b, logarithm] = [new Uint32Array(4096), new Uint32Array(4096), new Float32Array(4096)];
  let [size, compared] = [0, 0];
  eachPair(blocks, how.share, (one, other) => {
    compared++;
    const first = one < other ? one : other;
    const second = one < other ? other : one;
    comparer.compare(first, second);
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
