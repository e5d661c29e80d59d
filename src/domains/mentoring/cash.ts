/** Notes and coins in use, whole rupiah, largest first. */
export const denominations = [
  100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100,
] as const;

export type Denomination = (typeof denominations)[number];
