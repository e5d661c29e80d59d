import type { BlindAgreement } from './agreement-counts.ts';
import type { Dataset } from './column.ts';
import { mostLevels, sameLevel } from './field-kind.ts';
import { raritiesOf, type Model } from './model.ts';
import type { PairSample } from './pair-sample.ts';

/** What is expected of two records of one person before anything is learned, by how many levels a field has. */
function firstGuess(same: number): number[] {
  // Mostly the same, the rest falling off; a field that plainly differs is as likely as all slips together.
  const guess = [0, 0.1];
  for (let level = 2; level < same; level++) guess.push(0.15 / (same - 2));
  guess.push(same === 2 ? 0.9 : 0.75);
  return guess;
}

const orderGuess = [0, 0.97, 0.03];
const rounds = 40;
/** How many imagined matches the first guess counts for, so that a small file cannot learn nonsense. */
const imagined = 12;

interface Learning {
  readonly fields: number;
  readonly levelsOf: readonly number[];
  readonly guess: readonly number[][];
  /** Pairs of all records, and the share of those in the blocks that the sample holds. */
  readonly allPairs: number;
  readonly share: number;
  readonly blind: BlindAgreement;
}

/**
 * Learns how one person's records differ (m), how often two persons' agree (u) and how rare matches are, by expectation and
 * maximisation over the sampled pairs. Pairs that stand in no block count as of two persons. What agrees blindly includes
 * true pairs; they are taken out of u as they become known.
 */
export function learn(
  dataset: Dataset,
  from: { sample: PairSample; blind: BlindAgreement; share: number },
): Model {
  const levelsOf = [...dataset.columns.map(({ kind }) => sameLevel[kind]), 2];
  const learning: Learning = {
    fields: levelsOf.length,
    levelsOf,
    guess: [...dataset.columns.map(({ kind }) => firstGuess(sameLevel[kind])), orderGuess],
    allPairs: (dataset.size * (dataset.size - 1)) / 2,
    share: from.share,
    blind: from.blind,
  };
  let model = start(dataset, learning);
  for (let round = 0; round < rounds; round++) {
    const next = maximise(learning, model, expect(learning, model, from.sample));
    const moved = Math.abs(next.prior - model.prior);
    model = next;
    if (round > 5 && moved < 1e-4) break;
  }
  return model;
}

function start(dataset: Dataset, learning: Learning): Model {
  const m = new Float64Array(learning.fields * mostLevels);
  const u = new Float64Array(learning.fields * mostLevels);
  learning.guess.forEach((guess, field) => {
    guess.forEach((share, level) => {
      m[field * mostLevels + level] = share;
      u[field * mostLevels + level] = blindly(learning, field, level);
    });
  });
  const prior = Math.log((dataset.size * 0.2 + 1) / Math.max(2, learning.allPairs));
  return { prior, m, u, weights: weigh(learning, m, u), ...raritiesOf(dataset) };
}

/** The blind share, never quite nothing: one pair more than were counted. */
function blindly({ blind, allPairs }: Learning, field: number, level: number): number {
  const both = Math.max(1, blind.present[field]! * Math.min(allPairs, 300_000));
  return (blind.share[field * mostLevels + level]! * both + 0.5) / (both + 4);
}

interface Expected {
  readonly matches: number;
  readonly byLevel: Float64Array;
}

/** How many true pairs the model sees in the sample, and how far they agree. */
function expect(learning: Learning, model: Model, sample: PairSample): Expected {
  const { fields } = learning;
  const byLevel = new Float64Array(fields * mostLevels);
  const { weights } = model;
  let matches = 0;
  for (let pair = 0, at = 0; pair < sample.size; pair++, at += fields) {
    let sum = model.prior + sample.rarity[pair]!;
    for (let field = 0; field < fields; field++)
      sum += weights[field * mostLevels + sample.levels[at + field]!]!;
    if (sum < -12) continue;
    const chance = 1 / (1 + Math.exp(-sum));
    matches += chance;
    for (let field = 0; field < fields; field++)
      byLevel[field * mostLevels + sample.levels[at + field]!]! += chance;
  }
  return { matches, byLevel };
}

function maximise(learning: Learning, model: Model, expected: Expected): Model {
  const { fields, levelsOf, guess, share, allPairs, blind } = learning;
  const m = new Float64Array(model.m.length);
  const u = new Float64Array(model.u.length);
  for (let field = 0; field < fields; field++) {
    const at = field * mostLevels;
    let seen = 0;
    for (let level = 1; level <= levelsOf[field]!; level++) seen += expected.byLevel[at + level]!;
    const both = blind.present[field]! * allPairs;
    for (let level = 1; level <= levelsOf[field]!; level++) {
      const held = expected.byLevel[at + level]!;
      m[at + level] = (held + imagined * guess[field]![level]!) / (seen + imagined);
      const raw = blindly(learning, field, level);
      const rest = (raw * both - held / share) / Math.max(1, both - seen / share);
      u[at + level] = Math.max(rest, raw * 0.02, 0.2 / Math.max(1, both));
    }
  }
  const matches = Math.max(0.5, expected.matches / share);
  const prior = Math.log(matches / Math.max(1, allPairs - matches));
  return { ...model, prior, m, u, weights: weigh(learning, m, u) };
}

/** ln(m / u), never falling as agreement grows. */
function weigh({ fields, levelsOf }: Learning, m: Float64Array, u: Float64Array): Float64Array {
  const weights = new Float64Array(m.length);
  for (let field = 0; field < fields; field++) {
    const at = field * mostLevels;
    for (let level = 1; level <= levelsOf[field]!; level++)
      weights[at + level] = Math.log(m[at + level]! / u[at + level]!);
    if (field < fields - 1) risen(weights.subarray(at + 1, at + levelsOf[field]! + 1));
    // That names stand in their own columns is no sign of anything.
    else weights[at + 1] = Math.min(0, weights[at + 1]!);
  }
  return weights;
}

/** Neighbours that fall are made equal to their middle (pool adjacent violators). */
function risen(weights: Float64Array): void {
  const pools: { sum: number; size: number }[] = [];
  for (const weight of weights) {
    let pool = { sum: weight, size: 1 };
    for (;;) {
      const last = pools.at(-1);
      if (last === undefined || last.sum / last.size <= pool.sum / pool.size) break;
      pools.pop();
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
    }
    pools.push(pool);
  }
  let at = 0;
  for (const { sum, size } of pools) weights.fill(sum / size, at, (at += size));
}
