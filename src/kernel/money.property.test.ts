import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  divideHalfEven,
  formatRupiah,
  largestRupiah,
  parseRupiah,
  splitEvenly,
  sum,
} from './money.ts';

const amounts = fc.bigInt({ min: 0n, max: largestRupiah });

it('what is written is read back', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(parseRupiah(formatRupiah(amount, 'id'))).toMatchObject({ value: amount });
      expect(parseRupiah(formatRupiah(amount, 'en'), ',')).toMatchObject({ value: amount });
      expect(parseRupiah(String(amount))).toMatchObject({ value: amount });
    }),
  );
});

it('no text makes the reader throw, and what it accepts is not negative', () => {
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^[Rp0-9.,\- ]{0,14}$/));
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseRupiah(text);
      if (read.ok) expect(read.value >= 0n).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('parts of a split differ by at most one rupiah and add up', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.integer({ min: 1, max: 200 }),
      (total, parts) => {
        const split = splitEvenly(total, parts);
        expect(sum(split)).toBe(total);
        expect(new Set(split).size).toBeLessThanOrEqual(2);
      },
    ),
  );
});

it('half-even division is never more than half away', () => {
  fc.assert(
    fc.property(
      fc.bigInt(),
      fc.bigInt().filter((b) => b !== 0n),
      (a, b) => {
        const distance = a - divideHalfEven(a, b) * b;
        const size = (n: bigint) => (n < 0n ? -n : n);
        expect(size(distance) * 2n <= size(b)).toBe(true);
        expect(divideHalfEven(-a, b)).toBe(-divideHalfEven(a, b));
      },
    ),
  );
});
