import { expect, test } from 'vitest';
import { changeOf, permilleOf } from './measure.ts';

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
