import { expect, it } from 'vitest';
import {
  countInWords,
  countTwice,
  decreeDate,
  dictumLabel,
  roman,
  withoutNik,
} from './decree-wording.ts';

it('writes counts as Indonesian decrees do', () => {
  expect([0, 11, 12, 20, 21, 100, 101, 199, 200, 801, 1000, 1999, 10763].map(countInWords)).toEqual(
    [
      'nol',
      'sebelas',
      'dua belas',
      'dua puluh',
      'dua puluh satu',
      'seratus',
      'seratus satu',
      'seratus sembilan puluh sembilan',
      'dua ratus',
      'delapan ratus satu',
      'seribu',
      'seribu sembilan ratus sembilan puluh sembilan',
      'sepuluh ribu tujuh ratus enam puluh tiga',
    ],
  );
  expect(countTwice(38)).toBe('38 (tiga puluh delapan)');
});

it('numbers operative points and annexes', () => {
  expect([0, 1, 5, 9, 10].map(dictumLabel)).toEqual([
    'KESATU',
    'KEDUA',
    'KEENAM',
    'KESEPULUH',
    'KESEBELAS',
  ]);
  expect([1, 4, 9, 14, 21, 40].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXI', 'XL']);
});

it('writes dates with the month in full', () => {
  expect(decreeDate('2026-08-05')).toBe('5 Agustus 2026');
});

it('removes numbers as long as a NIK and keeps shorter ones', () => {
  expect(withoutNik('Siti 1571024105900001')).toBe('Siti …');
  expect(withoutNik('Siti ١٥٧١٠٢٤١٠٥٩٠٠٠٠١')).toBe('Siti …');
  expect(withoutNik('NIB 9120101234567')).toBe('NIB 9120101234567');
  expect(withoutNik('0812-7000-1234')).toBe('0812-7000-1234');
});
