import { parseScaled, rescale } from '#kernel/scaled.ts';

/** The finest scale any partner keeps; sums over agreements of different scales are made in it. */
export const finest = 2;

/** An amount of one agreement in the finest scale. */
export function inFinest(amount: bigint, digits: number): bigint {
  return rescale(amount, digits, finest);
}

/** Whole rupiah of an amount, for the height of a column only. */
export function asHeight(amount: bigint, digits: number): number {
  return Number(rescale(amount, digits, 0));
}

/** What was typed as digits of the smallest unit; what is no amount stays as it is and is refused beside its field. */
export function unitsOf(typed: string, digits: number): string {
  const negative = /^[-−]/.test(typed.trim());
  const read = parseScaled(typed.trim().replace(/^[-−]/, ''), { decimal: ',', digits });
  return read.ok ? (negative ? -read.value : read.value).toString() : typed;
}
