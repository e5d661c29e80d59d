/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number;
  /** True in about `share` (0–1) of the cases. */
  chance(share: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Picks by weight; weights need not add up to one. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** A new array in another order. */
  shuffled<T>(items: readonly T[]): T[];
  /** Random bytes, for ids. */
  bytes(count: number): Uint8Array;
  /** Independent numbers for one part of the work, so that changing one part leaves the others as they were. */
  fork(part: string): Random;
}

/** xoshiro128** (Blackman and Vigna), its state spread from the seed by splitmix32. */
export function seededRandom(seed: string): Random {
  const state = stateOf(seed);
  const next = () => nextOf(state);
  const below = (bound: number) => Math.floor((next() / 2 ** 32) * bound);
  const random: Random = {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() / 2 ** 32 < share,
    pick: (choices) => one(choices, below(choices.length)),
    weighted(choices) {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = (next() / 2 ** 32) * total;
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return one(choices, choices.length - 1)[0];
    },
    shuffled(items) {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const kept = one(mixed, last);
        mixed[last] = one(mixed, other);
        mixed[other] = kept;
      }
      return mixed;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
    fork: (part) => seededRandom(`${seed}/${part}`),
  };
  return random;
}

function one<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError('nothing to choose from');
  return items[index] as T;
}

type State = [number, number, number, number];

function nextOf(state: State): number {
  const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0;
  const shifted = state[1] << 9;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate(state[3], 11);
  return result;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function stateOf(seed: string): State {
  // FNV-1a folds the text into 32 bits; splitmix32 spreads them.
  let hash = 0x811c9dc5;
  for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const spread = () => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = hash ^ (hash >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [spread(), spread(), spread(), spread()];
}
