import { divideHalfEven } from '#kernel/money.ts';

/** A figure as it was measured: a plain count, or a part of a whole. Whole numbers: counts or rupiah. */
export interface Measure {
  readonly numerator: bigint;
  /** Null for a plain count. */
  readonly denominator: bigint | null;
}

/** Tenths of a percent, rounded half to even; null where there is nothing to divide by. */
export function permilleOf(measure: Measure): number | null {
  if (measure.denominator === null || measure.denominator === 0n) return null;
  return Number(divideHalfEven(measure.numerator * 1000n, measure.denominator));
}

/** By how many tenths of a percentage point a share moved; null where one of the two is missing. */
export function changeOf(now: Measure, before: Measure): number | null {
  const [present, past] = [permilleOf(now), permilleOf(before)];
  return present === null || past === null ? null : present - past;
}

/** Counts under this are not published, so that nobody can be recognised in them (UU 14/2008; domain.md §6.2). */
const leastPublic = 5n;

/** A count as the public may see it: null where it is too small to show. Zero is shown, for it is nobody. */
export function publicCount(count: bigint): bigint | null {
  return count > 0n && count < leastPublic ? null : count;
}

/**
 * Counts of areas beside their total, as the public may see them. When exactly one is hidden, the smallest of the
 * others is hidden too, or it could be worked out from the total.
 */
export function publicCounts(counts: readonly bigint[]): (bigint | null)[] {
  const shown = counts.map(publicCount);
  if (shown.filter((count) => count === null).length !== 1) return shown;
  const rest = shown.filter((count): count is bigint => count !== null && count > 0n);
  const smallest = rest.reduce<bigint | null>(
    (least, count) => (least === null || count < least ? count : least),
    null,
  );
  const at = shown.findIndex((count) => count !== null && count === smallest);
  return shown.map((count, index) => (index === at ? null : count));
}
