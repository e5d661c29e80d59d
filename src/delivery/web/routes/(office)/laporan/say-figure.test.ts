import { expect, test } from 'vitest';
import { changeWords, measureText, percentText, shortRupiah } from './say-figure.ts';

test('shares are written as people here write them', () => {
  expect(percentText(962, 'id')).toBe('96,2 %');
  expect(percentText(962, 'en')).toBe('96.2%');
  expect(percentText(null, 'id')).toBe('–');
});

test('rupiah are short on a phone, and exact under a million', () => {
  expect(shortRupiah(1_580_000_000n, 'id')).toBe('Rp 1,58 M');
  expect(shortRupiah(38_400_000n, 'id')).toBe('Rp 38 jt');
  expect(shortRupiah(850_000n, 'id')).toBe('Rp 850.000');
  expect(shortRupiah(1_580_000_000n, 'en')).toBe('Rp 1.58 bn');
});

test('a count stays a count', () => {
  expect(measureText({ numerator: 10_763n, denominator: null }, 'businesses', 'id')).toBe('10.763');
  expect(measureText({ numerator: 20n, denominator: 21n }, 'meetings', 'id')).toBe('95,2 %');
});

test('less risk is good, less payment on time is not', () => {
  const since = { id: 'dari bulan lalu', en: 'since last month' };
  expect(changeWords(-3, { better: 'less', lang: 'id', since })).toEqual({
    text: '0,3 poin dari bulan lalu',
    good: true,
    up: false,
  });
  expect(changeWords(-3, { better: 'more', lang: 'id', since })?.good).toBe(false);
  expect(changeWords(0, { better: 'more', lang: 'id', since })).toBeUndefined();
});
