import { expect, test } from 'vitest';
import { actorWith, cityRole } from '#test/actors.ts';
import { currentHref, navigationFor } from './navigation.ts';

test('one menu line is current: the closest above the page', () => {
  expect(currentHref('/pembiayaan/mitra/berkas/1')).toBe('/pembiayaan/mitra');
  expect(currentHref('/pembiayaan/pinjaman/1')).toBe('/pembiayaan');
  expect(currentHref('/pendampingan/hp')).toBe('/pendampingan/hp');
  expect(currentHref('/pembiayaannya')).toBeNull();
});

test('the data protection officer has a way to the words she may publish, though she sees no partner’s books', () => {
  const dpo = actorWith('Sri', cityRole('dpo'));
  const { work, manage } = navigationFor(dpo);
  expect(manage.map(({ href }) => href)).toContain('/pembiayaan/mitra/naskah');
  expect(work.map(({ href }) => href)).not.toContain('/pembiayaan/mitra');
});
