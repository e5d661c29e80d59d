import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRates,
  applyRate,
  compareRates,
  divideRates,
  formatPercent,
  makeRate,
  multiplyRates,
  parsePercent,
  parseRate,
  roundRate,
} from './rate.ts';

describe('A rate', () => {
  it('is exact and in lowest terms', () => {
    expect(parsePercent('25')).toEqual({ numerator: 1n, denominator: 4n });
    expect(parseRate('0.75')).toEqual({ numerator: 3n, denominator: 4n });
    expect(parseRate('-1.50')).toEqual({ numerator: -3n, denominator: 2n });
    expect(makeRate(2n, -4n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(makeRate(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it('of an amount is rounded half-even to whole rupiah', () => {
    expect(applyRate(2_000_000n, parsePercent('25'))).toBe(500_000n);
    expect(applyRate(5n, parsePercent('50'))).toBe(2n);
    expect(applyRate(7n, parsePercent('50'))).toBe(4n);
    expect(roundRate(makeRate(5n, 2n))).toBe(2n);
  });

  it.each(['', '1,5', '1e3', '.5', '5.', ' 1', '1_000', 'NaN', '१'])(
    'is not read from "%s"',
    (text) => {
      expect(() => parseRate(text)).toThrow(RangeError);
    },
  );

  it('is written as people write percents', () => {
    expect(formatPercent(makeRate(1n, 3n), 1)).toBe('33,3 %');
    expect(formatPercent(makeRate(1n, 3n), 1, 'en')).toBe('33.3 %');
    expect(formatPercent(makeRate(-1n, 8n), 0)).toBe('−12 %');
    expect(formatPercent(makeRate(12n), 0)).toBe('1.200 %');
    expect(formatPercent(makeRate(0n), 2)).toBe('0,00 %');
  });

  it('refuses a zero below the line', () => {
    expect(() => makeRate(1n, 0n)).toThrow(RangeError);
    expect(() => divideRates(makeRate(1n), makeRate(0n))).toThrow(RangeError);
  });
});

it('rates add, multiply and compare as fractions do', () => {
  const rates = fc
    .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
    .map(([a, b]) => makeRate(a, b));
  fc.assert(
    fc.property(rates, rates, rates, (a, b, c) => {
      expect(addRates(a, b)).toEqual(addRates(b, a));
      expect(multiplyRates(a, addRates(b, c))).toEqual(
        addRates(multiplyRates(a, b), multiplyRates(a, c)),
      );
      expect(compareRates(a, b)).toBe(-compareRates(b, a));
      if (b.numerator !== 0n) expect(multiplyRates(divideRates(a, b), b)).toEqual(a);
    }),
  );
});
