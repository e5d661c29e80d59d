import { divideHalfEven, groupDigits } from './money.ts';
import type { Lang } from './words.ts';

/** An exact ratio in lowest terms; the denominator is positive. A rate of 25 % is 1/4. */
export interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zeroRate: Rate = { numerator: 0n, denominator: 1n };
export const oneRate: Rate = { numerator: 1n, denominator: 1n };

/** @throws RangeError when the denominator is zero */
export function makeRate(numerator: bigint, denominator = 1n): Rate {
  if (denominator === 0n) throw new RangeError('a rate over zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * Reads a plain decimal such as `25`, `0.75` or `-1.5`: a point, no separators, no exponent.
 *
 * @throws RangeError for any other text
 */
export function parseRate(text: string): Rate {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal number: ${text}`);
  const [, sign, whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return makeRate(sign === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

/** `25` (percent) → 1/4. @throws RangeError when the text is not a decimal number */
export function parsePercent(text: string): Rate {
  const rate = parseRate(text);
  return makeRate(rate.numerator, rate.denominator * 100n);
}

export function addRates(a: Rate, b: Rate): Rate {
  return makeRate(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function multiplyRates(a: Rate, b: Rate): Rate {
  return makeRate(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when dividing by a zero rate */
export function divideRates(a: Rate, b: Rate): Rate {
  return makeRate(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compareRates(a: Rate, b: Rate): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A rate of an amount in whole rupiah, rounded half-even. */
export function applyRate(amount: bigint, rate: Rate): bigint {
  return divideHalfEven(amount * rate.numerator, rate.denominator);
}

/** The whole number nearest to a rate, a tie to the even one. */
export function roundRate(rate: Rate): bigint {
  return divideHalfEven(rate.numerator, rate.denominator);
}

/** A rate of 1/3 with 1 digit → `33,3 %` (Indonesian) or `33.3 %` (English); rounded half-even. */
export function formatPercent(rate: Rate, digits: number, lang: Lang = 'id'): string {
  const scale = 10n ** BigInt(digits);
  const scaled = divideHalfEven(rate.numerator * 100n * scale, rate.denominator);
  const size = scaled < 0n ? -scaled : scaled;
  const fraction = digits > 0 ? (size % scale).toString().padStart(digits, '0') : '';
  const text =
    groupDigits(size / scale, lang) + (fraction && (lang === 'id' ? ',' : '.') + fraction);
  return `${scaled < 0n ? '−' : ''}${text} %`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
