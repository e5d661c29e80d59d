import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, permilleOf, publicCounts } from './measure.ts';

test('PAR30 of the worked example is 35.7 %', () => {
  expect(permilleOf({ numerator: 1_000_000n, denominator: 2_800_000n })).toBe(357);
});

test('a share of nothing is unknown, not zero', () => {
  expect(permilleOf({ numerator: 0n, denominator: 0n })).toBeNull();
  expect(permilleOf({ numerator: 4n, denominator: null })).toBeNull();
});

test('change is told in tenths of a point', () => {
  expect(
    changeOf({ numerator: 962n, denominator: 1000n }, { numerator: 951n, denominator: 1000n }),
  ).toBe(11);
  expect(
    changeOf({ numerator: 1n, denominator: 2n }, { numerator: 0n, denominator: 0n }),
  ).toBeNull();
});

test('a public figure under five is not shown, and none can be worked out from the total', () => {
  expect(publicCounts([12n, 3n, 7n, 0n])).toEqual([12n, null, null, 0n]);
  expect(publicCounts([12n, 3n, 2n])).toEqual([12n, null, null]);
  expect(publicCounts([12n, 7n])).toEqual([12n, 7n]);
});

test('whatever the counts, no shown one lies between 1 and 4, and never is exactly one hidden beside others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 0n, max: 40n }), { minLength: 2, maxLength: 12 }),
      (counts) => {
        const shown = publicCounts(counts);
        expect(shown.some((count) => count !== null && count > 0n && count < 5n)).toBe(false);
        const hidden = shown.filter((count) => count === null).length;
        const othersPositive = counts.filter((count) => count > 0n).length > 1;
        if (othersPositive) expect(hidden).not.toBe(1);
      },
    ),
  );
});
