import type { Random } from '#platform/sync/ports.ts';

/** Seeded chance (mulberry32): the same seed, the same story. */
export interface Chance extends Random {
  /** From 0 up to 1. */
  fraction(): number;
  /** Whether something of this probability happens now. */
  happens(probability: number): boolean;
  /** A whole number from 0 up to `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** A stream of its own, so that more draws here change nothing there. */
  fork(): Chance;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const chance: Chance = {
    fraction: () => next() / 2 ** 32,
    happens: (probability) => next() / 2 ** 32 < probability,
    below: (below) => next() % below,
    pick: (from) => from[next() % from.length]!,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    fork: () => chanceOf(next()),
  };
  return chance;
}
