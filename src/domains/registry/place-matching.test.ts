import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { PlaceIndex, type Place } from './place-matching.ts';

const kecamatan = [
  'Telanaipura',
  'Jambi Selatan',
  'Jambi Timur',
  'Pasar Jambi',
  'Pelayangan',
  'Danau Teluk',
  'Kota Baru',
  'Jelutung',
  'Alam Barajo',
  'Danau Sipin',
  'Paal Merah',
];
const places = new PlaceIndex([
  ...kecamatan.map((name, at): Place => ({
    code: `99.01.${10 + at}`,
    level: 'kecamatan',
    name,
    parent: '99.01',
  })),
  { code: '99.01.10.1001', level: 'kelurahan', name: 'Simpang IV Sipin', parent: '99.01.10' },
  { code: '99.01.11.1001', level: 'kelurahan', name: 'Pasir Putih', parent: '99.01.11' },
  { code: '99.01.12.1001', level: 'kelurahan', name: 'Pasir Putih', parent: '99.01.12' },
]);

function named(
  text: string,
  level: 'kecamatan' | 'kelurahan' = 'kecamatan',
  within?: string,
): string {
  const match = places.find(text, level, within);
  return 'place' in match ? match.place.name : match.kind;
}

test.each([
  ['telanaipura', 'Telanaipura'],
  ['TELANAI PURA', 'Telanaipura'],
  ['Kec. Telanai Pura', 'Telanaipura'],
  ['Telanipura', 'Telanaipura'],
  ['Jbi Selatan', 'Jambi Selatan'],
  ['Jambi Sel.', 'Jambi Selatan'],
  ['Selatan', 'Jambi Selatan'],
  ['JAMBI TIMUR ', 'Jambi Timur'],
  ['Kotabaru', 'Kota Baru'],
  ['Psr Jambi', 'Pasar Jambi'],
  ['Pasar', 'Pasar Jambi'],
  ['Danau Telok', 'Danau Teluk'],
  ['Pal Merah', 'Paal Merah'],
  ['Pall Merah', 'Paal Merah'],
  ['Alambarajo', 'Alam Barajo'],
  ['Jelutong', 'Jelutung'],
])('kecamatan “%s” is %s', (text, name) => {
  expect(named(text)).toBe(name);
});

test.each(['Balikpapan Utara', 'Danau', 'x', '', '-'])('“%s” is no kecamatan here', (text) => {
  expect(['unknown', 'unsure']).toContain(named(text));
});

test('a number written as figure or Roman numeral is the same', () => {
  expect(named('Simpang 4 Sipin', 'kelurahan')).toBe('Simpang IV Sipin');
  expect(named('Kel. Sp. IV Sipin', 'kelurahan')).toBe('Simpang IV Sipin');
});

test('a name borne twice is unsure until the kecamatan is known', () => {
  expect(named('Pasir Putih', 'kelurahan')).toBe('unsure');
  expect(places.find('Pasir Putih', 'kelurahan', '99.01.12')).toMatchObject({ kind: 'exact' });
});

test('the edit distance counts a swap of neighbours as one and stops at its limit', () => {
  expect(editDistance('jelutung', 'jeultung', 3)).toBe(1);
  expect(editDistance('sipin', 'sipin', 0)).toBe(0);
  expect(editDistance('abc', 'xyz', 1)).toBe(2);
  expect(editDistance('', 'abc', 3)).toBe(3);
});
