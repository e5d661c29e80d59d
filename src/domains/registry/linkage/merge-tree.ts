import type { Edges } from './score.ts';
import { chanceOf } from './model.ts';
import { UnionFind } from './union-find.ts';

/** Two clusters of records put together, and how far all pairs between them speak for it. */
export interface Merge {
  readonly a: number;
  readonly b: number;
  /** Mean over all pairs between the two of ln of the odds, each bounded. Never higher than that of the merges it holds. */
  readonly linkage: number;
  readonly pairs: number;
  /** Pairs between the two that are expected to be one person each. */
  readonly expected: number;
}

/** The odds that two records are one person, also of pairs that were never compared. */
export type OddsOf = (a: number, b: number) => number;

/** Where a chain of likely pairs holds more records than this, it is first broken at its weaker links. */
const mostTogether = 300;
/** Pairs weaker than this bring no records together (ln of odds). */
const weakest = -2.2;
/** How much one pair may say for or against in a mean. A contradiction weighs as much as a good agreement, no more. */
const mostFor = 9;
const mostAgainst = -9;

/**
 * Puts records together, the best pair of clusters first (average linkage), until nothing speaks for going on. A record that
 * agrees with one member and contradicts the others is so kept out, where a plain chain would pull two people together.
 */
export function mergeTree(size: number, edges: Edges, oddsOf: OddsOf): Merge[] {
  const merges: Merge[] = [];
  const everyEdge = Uint32Array.from(edges.a, (_, edge) => edge);
  const open: { edges: Uint32Array; least: number }[] = [{ edges: everyEdge, least: weakest }];
  const union = new UnionFind(size);
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    const strong = task.edges.filter((edge) => edges.logOdds[edge]! >= task.least);
    for (const group of groupsOf(strong, edges, union)) {
      if (group.members.length > mostTogether)
        open.push({ edges: group.edges, least: task.least + 1.5 });
      else agglomerate(group.members, oddsOf, merges);
    }
  }
  return merges;
}

interface Group {
  readonly members: number[];
  readonly edges: Uint32Array;
}

function groupsOf(chosen: Uint32Array, edges: Edges, union: UnionFind): Group[] {
  for (const edge of chosen) union.join(edges.a[edge]!, edges.b[edge]!);
  const byRoot = new Map<number, { members: Set<number>; edges: number[] }>();
  for (const edge of chosen) {
    const root = union.root(edges.a[edge]!);
    let group = byRoot.get(root);
    if (group === undefined) byRoot.set(root, (group = { members: new Set(), edges: [] }));
    group.members.add(edges.a[edge]!).add(edges.b[edge]!);
    group.edges.push(edge);
  }
  const groups = [...byRoot.values()].map(({ members, edges: own }) => ({
    members: [...members].sort((one, other) => one - other),
    edges: Uint32Array.from(own),
  }));
  for (const { members } of groups) for (const member of members) union.reset(member);
  return groups;
}

function agglomerate(members: readonly number[], oddsOf: OddsOf, merges: Merge[]): void {
  const count = members.length;
  const sums = new Float64Array(count * count);
  const chances = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const odds = oddsOf(members[i]!, members[j]!);
      const bounded = Math.max(mostAgainst, Math.min(mostFor, odds));
      sums[i * count + j] = sums[j * count + i] = bounded;
      chances[i * count + j] = chances[j * count + i] = chanceOf(odds);
    }
  }
  const sizes = new Uint32Array(count).fill(1);
  for (;;) {
    let [x, y, best] = [-1, -1, weakest];
    for (let i = 0; i < count; i++) {
      if (sizes[i] === 0) continue;
      for (let j = i + 1; j < count; j++) {
        if (sizes[j] === 0) continue;
        const mean = sums[i * count + j]! / (sizes[i]! * sizes[j]!);
        // The same to nine digits is the same: the first record then goes first.
        if (mean > best + 1e-9) [x, y, best] = [i, j, mean];
      }
    }
    if (x < 0) return;
    merges.push({
      a: members[x]!,
      b: members[y]!,
      linkage: best,
      pairs: sizes[x]! * sizes[y]!,
      expected: chances[x * count + y]!,
    });
    sizes[x]! += sizes[y]!;
    sizes[y] = 0;
    for (let k = 0; k < count; k++) {
      if (k === x || sizes[k] === 0) continue;
      sums[x * count + k] = sums[k * count + x] = sums[x * count + k]! + sums[y * count + k]!;
      chances[x * count + k] = chances[k * count + x] =
        chances[x * count + k]! + chances[y * count + k]!;
    }
  }
}
