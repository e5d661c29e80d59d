import type { Rupiah } from '#kernel/money.ts';
import { divideHalfEven } from '#kernel/money.ts';

/** A part of the SHU by a cooperative's own articles: its name, percent as written, and the account it goes to. */
export interface ShuPart {
  readonly name: string;
  /** `20` or `12.5`: up to four decimals. */
  readonly percent: string;
  readonly number: string;
  /** Divided among members by what each saved at the year's end or paid as interest in it; without it, it stays whole. */
  readonly by?: 'savings' | 'interest' | undefined;
}

export interface ShuShare extends ShuPart {
  readonly amountRupiah: Rupiah;
}

const scale = 10_000n;
const whole = 100n * scale;

/** A percentage in ten-thousandths of a percent. */
export function percentUnits(percent: string): bigint {
  const [units = '0', decimals = ''] = percent.split('.');
  return BigInt(units) * scale + BigInt(decimals.padEnd(4, '0'));
}

/** What is missing to 100 percent, in ten-thousandths of a percent; 0 when the parts are whole. */
export function missingPercentUnits(parts: readonly ShuPart[]): bigint {
  return whole - parts.reduce((sum, part) => sum + percentUnits(part.percent), 0n);
}

/**
 * Divides an SHU by its parts. Each amount is the difference of two rounded running sums (half-even), so the parts add
 * up to the total to the rupiah and none is off by more than one.
 *
 * @param total above zero; parts make 100 percent
 */
export function divideShu(total: Rupiah, parts: readonly ShuPart[]): ShuShare[] {
  let units = 0n;
  let given = 0n;
  return parts.map((part) => {
    units += percentUnits(part.percent);
    const until = divideHalfEven(total * units, whole);
    const amountRupiah = until - given;
    given = until;
    return { ...part, amountRupiah };
  });
}
