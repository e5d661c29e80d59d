import { expect, test } from 'vitest';
import { tilePlaces } from './region-tiles.ts';

const jambi = Array.from({ length: 11 }, (_, i) => `15.71.${String(i + 1).padStart(2, '0')}`);

test('the kecamatan of Kota Jambi stand roughly as on the ground, each on its own tile', () => {
  const places = tilePlaces(jambi);
  expect(new Set([...places.values()].map((p) => `${p.column}:${p.row}`)).size).toBe(11);
  const at = (code: string) => places.get(code) ?? { column: 0, row: 0 };
  const [pelayangan, pasar, telanaipura, jambiTimur] = [
    '15.71.05',
    '15.71.04',
    '15.71.01',
    '15.71.03',
  ].map(at);
  expect(pelayangan?.row).toBeLessThan(pasar?.row ?? 0);
  expect(telanaipura?.column).toBeLessThan(jambiTimur?.column ?? 0);
});

test('a city nobody has looked at yet gets a grid in the order of codes', () => {
  expect([
    ...tilePlaces(['35.73.02', '35.73.01', '35.73.05', '35.73.04', '35.73.03']).entries(),
  ]).toEqual([
    ['35.73.01', { column: 1, row: 1 }],
    ['35.73.02', { column: 2, row: 1 }],
    ['35.73.03', { column: 3, row: 1 }],
    ['35.73.04', { column: 1, row: 2 }],
    ['35.73.05', { column: 2, row: 2 }],
  ]);
});
