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
