import { expect, test } from 'vitest';
import { currentHref } from './navigation.ts';

test('one menu line is current: the closest above the page', () => {
  expect(currentHref('/pembiayaan/mitra/berkas/1')).toBe('/pembiayaan/mitra');
  expect(currentHref('/pembiayaan/pinjaman/1')).toBe('/pembiayaan');
  expect(currentHref('/pendampingan/hp')).toBe('/pendampingan/hp');
  expect(currentHref('/pembiayaannya')).toBeNull();
});
