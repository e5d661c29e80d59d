import { expect, it } from 'vitest';
import { estimatedYearSales, sizeClassOf } from './size-class.ts';

const on = '2026-11-22';
const million = 1_000_000n;
const bySales = (salesRupiah: bigint, day = on) =>
  sizeClassOf({ salesRupiah, capitalRupiah: null }, day).sizeClass;
const byCapital = (capitalRupiah: bigint) =>
  sizeClassOf({ salesRupiah: null, capitalRupiah }, on).sizeClass;

it.each([
  [0n, 'micro'],
  [2_000n * million, 'micro'],
  [2_000n * million + 1n, 'small'],
  [15_000n * million, 'small'],
  [15_000n * million + 1n, 'medium'],
  [50_000n * million, 'medium'],
  [50_000n * million + 1n, 'large'],
])('counts annual sales of %d rupiah as PP 7/2021 does: %s', (sales, name) => {
  expect(bySales(sales)).toBe(name);
});

it.each([
  [1_000n * million, 'micro'],
  [1_000n * million + 1n, 'small'],
  [5_000n * million + 1n, 'medium'],
  [10_000n * million + 1n, 'large'],
])('counts capital of %d rupiah where no sales are known: %s', (capital, name) => {
  expect(byCapital(capital)).toBe(name);
});

it('judges a day by the rule that held on it', () => {
  expect(bySales(400n * million, '2021-02-01')).toBe('small');
  expect(bySales(400n * million, '2021-02-02')).toBe('micro');
  expect(bySales(400n * million, '2008-07-03')).toBeNull();
});

it('lets sales decide for a business at work, and says that the capital says otherwise', () => {
  const judged = sizeClassOf({ salesRupiah: 300n * million, capitalRupiah: 6_000n * million }, on);
  expect(judged.sizeClass).toBe('micro');
  expect(judged.derivation.says.id).toContain('PP 7/2021 Pasal 35');
  expect(judged.derivation.from.at(-1)?.says.id).toContain('Keduanya berbeda');
});

it('knows no class without a figure, and says what is missing', () => {
  const judged = sizeClassOf({ salesRupiah: null, capitalRupiah: null }, on);
  expect(judged.sizeClass).toBeNull();
  expect(judged.derivation.says.id).toContain('belum dicatat');
});

it('estimates a year from three months said, not from two', () => {
  expect(estimatedYearSales([3n * million, 4n * million, 5n * million])).toBe(48n * million);
  expect(estimatedYearSales([3n * million, 4n * million])).toBeNull();
});
