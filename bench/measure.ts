/** One benchmark's result: its figure beside a reference measured in the same run, interleaved. */
export interface Measurement {
  readonly figure: number;
  readonly unit: string;
  /** The reference's figure in the same unit; null where the goal is absolute. */
  readonly reference: number | null;
  /** Median of the ratios pair by pair. */
  readonly ratio: number | null;
  /** The goal in words, as in the list of goals. */
  readonly goal: string;
  readonly holds: boolean;
  /** What else was measured, one short line each. */
  readonly notes?: readonly string[];
}

export interface Benchmark {
  readonly name: string;
  /** @param full the large sizes instead of the ones that end within a minute */
  run(full: boolean): Promise<Measurement>;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value under which `percent` of the values lie; the nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Milliseconds a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Measures ours and the reference in turn, so that a noisy machine troubles both alike. */
export async function inTurn(
  rounds: number,
  ours: (round: number) => Promise<number>,
  reference: (round: number) => Promise<number>,
): Promise<{ ours: number[]; reference: number[]; ratio: number }> {
  const result = { ours: [] as number[], reference: [] as number[], ratio: 0 };
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes, so that neither always meets a warmer cache.
    if (round % 2 === 0) {
      result.ours.push(await ours(round));
      result.reference.push(await reference(round));
    } else {
      result.reference.push(await reference(round));
      result.ours.push(await ours(round));
    }
  }
  result.ratio = median(result.ours.map((value, i) => value / (result.reference[i] ?? Number.NaN)));
  return result;
}
