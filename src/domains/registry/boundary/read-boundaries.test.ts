import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refusedAs } from '#test/refused.ts';
import type { Position } from './boundary.ts';
import { boxAround, liesInside, regionAt } from './boundary.ts';
import { drawingOf, pathOf, thinned } from './map-drawing.ts';
import { readBoundaries } from './read-boundaries.ts';
import { selfCrossing } from './self-crossing.ts';

const [sipin, kenali] = ['15.71.01.1001', '15.71.01.1002'];
const ofJambi = { city: '15.71', kelurahan: new Set([sipin, kenali]) };
/** A square of a hundredth of a degree, so many squares to the east. */
const square = (east = 0): Position[] => [
  [103.6 + east / 100, -1.6],
  [103.61 + east / 100, -1.6],
  [103.61 + east / 100, -1.59],
  [103.6 + east / 100, -1.59],
  [103.6 + east / 100, -1.6],
];
const area = (code: unknown, ring: unknown = square(), column = 'kode') => ({
  type: 'Feature',
  properties: { nama: 'Kelurahan', [column]: code },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const read = (text: string) => readBoundaries(text, ofJambi);
const refused = (text: string) => refusedAs(Promise.resolve().then(() => read(text)));

it('takes the code from whichever column has it, with points or without', () => {
  const [first, second] = read(file(area(sipin), area('1571011002', square(1), 'KODE_KD')));
  expect([first?.code, second?.code]).toEqual([sipin, kenali]);
  expect(first?.polygons).toEqual([[square()]]);
});

it('keeps six decimals, one of positions that stand twice, and no height', () => {
  const [a, b, c, d, e] = square().map(([x, y]) => [x + 1e-9, y, 12]);
  expect(read(file(area(sipin, [a, a, b, c, d, e])))[0]?.polygons).toEqual([[square()]]);
});

it.each([
  ['what is no JSON', '{"type":', 'not-geojson'],
  ['another kind of file', '[1, 2]', 'not-geojson'],
  ['points', file({ geometry: { type: 'Point', coordinates: [103.6, -1.6] } }), 'no-boundaries'],
  ['areas without a code', file(area('Sipin')), 'boundary-without-code'],
  ['the file of Malang', file(area('35.73.01.1001')), 'boundaries-of-another-city'],
  ['a code that is not on the list', file(area(sipin), area('15.71.99.1001')), 'unknown-regions'],
  ['a kelurahan twice', file(area(sipin), area(sipin)), 'boundary-twice'],
  ['a ring that stays open', file(area(sipin, square().slice(0, 4))), 'broken-boundary'],
  ['a ring of nothing', file(area(sipin, [])), 'broken-boundary'],
  ['a ring of words', file(area(sipin, ['a', 'b', 'c', 'a'])), 'broken-boundary'],
  [
    'metres for degrees',
    file(
      area(
        sipin,
        square().map(([x, y]) => [x * 1e4, y]),
      ),
    ),
    'not-degrees',
  ],
  [
    'latitude first',
    file(
      area(
        sipin,
        square().map(([x, y]) => [y, x]),
      ),
    ),
    'not-degrees',
  ],
  [
    'a bow tie',
    file(
      area(
        sipin,
        [0, 2, 1, 3, 0].map((at) => square()[at]),
      ),
    ),
    'crosses-itself',
  ],
])('refuses %s', async (_what, text, code) => {
  expect(await refused(text)).toBe(`registry.${code}`);
});

it('finds a crossing wherever two sides of a ring exchange their ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 60 }), fc.nat(), (corners, from) => {
      const round = Array.from({ length: corners }, (_, at): Position => {
        const turn = (2 * Math.PI * at) / corners;
        return [103.6 + Math.cos(turn) / 100, -1.6 + Math.sin(turn) / 100];
      });
      expect(selfCrossing([...round, round[0]!])).toBeNull();
      const at = 1 + (from % (corners - 3));
      [round[at], round[at + 1]] = [round[at + 1]!, round[at]!];
      expect(selfCrossing([...round, round[0]!])).not.toBeNull();
    }),
  );
});

it('tells the kelurahan a point lies in, and a hole from what is around it', () => {
  const both = read(file(area(sipin), area(kenali, square(1))));
  expect(regionAt(both, { latitude: -1.595, longitude: 103.605 })).toBe(sipin);
  expect(regionAt(both, { latitude: -1.595, longitude: 103.615 })).toBe(kenali);
  expect(regionAt(both, { latitude: -1.7, longitude: 103.605 })).toBeNull();
  const hole = square().map(([x, y]): Position => [
    103.605 + (x - 103.605) / 2,
    -1.595 + (y + 1.595) / 2,
  ]);
  expect(liesInside([[square(), hole]], { latitude: -1.595, longitude: 103.605 })).toBe(false);
  expect(liesInside([[square(), hole]], { latitude: -1.5901, longitude: 103.6001 })).toBe(true);
});

it('draws a place where it can be pointed at again', () => {
  const both = read(file(area(sipin), area(kenali, square(1))));
  const drawing = drawingOf(boxAround(both)!, 640);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      (e, n) => {
        const point = { latitude: -1.6 + n / 1e6, longitude: 103.6 + e / 1e6 };
        const back = drawing.pointAt(drawing.xOf(point.longitude), drawing.yOf(point.latitude));
        expect(back.latitude).toBeCloseTo(point.latitude, 6);
        expect(back.longitude).toBeCloseTo(point.longitude, 6);
      },
    ),
  );
  expect(pathOf(both[0]!, drawing)).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){4}Z$/);
});

it('sends fewer positions, and never fewer than make an area', () => {
  const round = Array.from({ length: 1001 }, (_, at): Position => {
    const turn = (2 * Math.PI * at) / 1000;
    return [103.6 + Math.cos(turn) / 100, -1.6 + Math.sin(turn) / 100];
  });
  const [[fewer] = []] = thinned([[round]], 0.001);
  expect(fewer!.length).toBeLessThan(70);
  expect(fewer![0]).toEqual(fewer!.at(-1));
  expect(thinned([[square()]], 1)).toEqual([[square()]]);
});
