import { blindAgreement, type BlindAgreement } from './agreement-counts.ts';
import { makeBlocks, type Blocks, type Share } from './blocks.ts';
import { planBlocks } from './block-plan.ts';
import { chooseClusters, type Clusters } from './choose-clusters.ts';
import type { Dataset } from './column.ts';
import { Comparer } from './comparer.ts';
import { learn } from './learn.ts';
import { mergeTree } from './merge-tree.ts';
import { chanceOf, logOdds, type Model } from './model.ts';
import { countPairs, samplePairs, type PairSample } from './pair-sample.ts';
import { scorePairs, type Edges } from './score.ts';

/** Does the heavy parts, alone or with other threads. */
export interface LinkWork {
  sample(blocks: Blocks, every: number): Promise<PairSample>;
  score(blocks: Blocks, model: Model): Promise<Edges>;
}

export interface Linked {
  readonly clusters: Clusters;
  readonly model: Model;
  readonly edges: Edges;
  /** The passes that brought records together; none where all pairs were compared. */
  readonly passes: readonly string[];
  /** Share of true pairs the passes are expected to bring together. */
  readonly blockingRecall: number;
  readonly steps: readonly { readonly step: string; readonly ms: number }[];
}

/** Up to here every record is compared with every other. */
const compareAllUpTo = 2_000;
const sampledPairs = 200_000;
const alone: Share = { part: 0, of: 1 };

/** Does all the work in this thread. */
export function workAlone(dataset: Dataset): LinkWork {
  return {
    sample: (blocks, every) =>
      Promise.resolve(samplePairs(dataset, blocks, { every, share: alone })),
    score: (blocks, model) => Promise.resolve(scorePairs(dataset, blocks, { model, share: alone })),
  };
}

/**
 * Finds which records speak of the same person: brings together those that may, learns from them how one person's records
 * differ, weighs every pair, and puts together what belongs together.
 *
 * @param now milliseconds, for saying how long each step took
 */
export async function linkRecords(
  dataset: Dataset,
  how: {
    readonly threshold: number | null;
    readonly work?: LinkWork;
    readonly now: () => number;
  },
): Promise<Linked> {
  const work = how.work ?? workAlone(dataset);
  const steps: { step: string; ms: number }[] = [];
  let since = how.now();
  const done = (step: string) => {
    const at = how.now();
    steps.push({ step, ms: at - since });
    since = at;
  };
  const plan =
    dataset.size <= compareAllUpTo
      ? { passes: [], recall: 1 }
      : planBlocks(dataset, 4_000_000 + dataset.size * 8);
  done('plan');
  const blocks = makeBlocks(dataset, plan);
  done('block');
  const blind = blindAgreement(dataset);
  const model = await learnFrom(dataset, { blocks, blind, work });
  done('learn');
  const edges = await work.score(blocks, model);
  done('compare');
  const comparer = new Comparer(dataset);
  const merges = mergeTree(dataset.size, edges, (a, b) => {
    comparer.compare(a, b);
    return logOdds(model, comparer, b);
  });
  const expectedMatches = matchesIn(edges) / Math.max(0.01, plan.recall);
  const clusters = chooseClusters(dataset.size, merges, {
    threshold: how.threshold,
    expectedMatches,
  });
  done('cluster');
  const passes = plan.passes.map(({ name }) => name);
  return { clusters, model, edges, passes, blockingRecall: plan.recall, steps };
}

async function learnFrom(
  dataset: Dataset,
  from: { blocks: Blocks; blind: BlindAgreement; work: LinkWork },
): Promise<Model> {
  const every = Math.max(1, Math.round(countPairs(from.blocks) / sampledPairs));
  const sample = await from.work.sample(from.blocks, every);
  return learn(dataset, { sample, blind: from.blind, share: 1 / every });
}

function matchesIn({ logOdds: odds }: Edges): number {
  let sum = 0;
  for (const one of odds) sum += chanceOf(one);
  return sum;
}
