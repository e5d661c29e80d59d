import type { Lang } from './words.ts';

/** Whole rupiah. No float touches money. */
export type Rupiah = bigint;

/** `Rp 2.500.000`; negative amounts carry a real minus sign. English keeps the dots, as Indonesia writes its money. */
export function formatRupiah(amount: Rupiah, lang: Lang = 'id'): string {
  const sign = amount < 0n ? '\u2212' : '';
  return `${sign}Rp\u00a0${groupDigits(amount < 0n ? -amount : amount, lang)}`;
}

/** `2.500.000` without the currency, for columns of figures. */
export function groupDigits(amount: bigint, lang: Lang = 'id'): string {
  return amount.toString().replace(/\B(?=(\d{3})+(?!\d))/g, lang === 'id' ? '.' : ',');
}

/** Why a text is not an amount. */
export type MoneyFault = 'empty' | 'not-a-number' | 'ambiguous' | 'fraction' | 'too-large';

/** The largest amount one field may carry: Rp 999,999,999,999,999. */
export const largestRupiah: Rupiah = 999_999_999_999_999n;

/**
 * Reads an amount as people type it: `2500000`, `2.500.000`, `Rp 2.500.000`, `2,500,000`, `2.500.000,00`.
 * Refuses what could mean two things (`1.00`, `1,5`) and fractions of a rupiah.
 */
export function parseRupiah(text: string): { ok: true; value: Rupiah } | { ok: false; fault: MoneyFault } {
  const bare = text.trim().replace(/^rp\.?\s*/i, '').replace(/[\s\u00a0]/g, '');
  if (bare === '') return { ok: false, fault: 'empty' };
  const whole = /^(-?)(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:,-|[.,]00)?$/.exec(bare);
  if (!whole) return { ok: false, fault: /^-?[\d.,]+$/.test(bare) ? faultOf(bare) : 'not-a-number' };
  const digits = (whole[2] ?? '').replace(/[.,]/g, '');
  if (digits.length > 15) return { ok: false, fault: 'too-large' };
  return { ok: true, value: BigInt(`${whole[1] ?? ''}${digits}`) };
}

function faultOf(bare: string): MoneyFault {
  return /[.,]\d{1,2}$/.test(bare) && /^\D?\d{1,3}([.,]\d{3})*[.,]\d{1,2}$/.test(bare) ? 'fraction' : 'ambiguous';
}

export function sumRupiah(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** Splits an amount into parts that differ by at most one rupiah; the first parts carry the remainder. */
export function splitEvenly(amount: Rupiah, parts: number): Rupiah[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`cannot split into ${parts} parts`);
  const count = BigInt(parts);
  const base = amount / count;
  const extra = amount % count;
  const step = extra < 0n ? -1n : 1n;
  return Array.from({ length: parts }, (_, i) => base + (BigInt(i) < (extra < 0n ? -extra : extra) ? step : 0n));
}

/** Division rounded half to even, the convention of every schedule. @throws RangeError when b is 0 */
export function divideHalfEven(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('division by zero');
  const negative = a < 0n !== b < 0n;
  const [n, d] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const quotient = n / d;
  const twice = (n % d) * 2n;
  const up = twice > d || (twice === d && quotient % 2n === 1n);
  const size = up ? quotient + 1n : quotient;
  return negative ? -size : size;
}
