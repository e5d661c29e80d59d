import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metresBetween, routeFrom } from './visit-route.ts';

const telanaipura = { latitude: -1.6, longitude: 103.58 };
const at = (north: number, name: string) => ({
  name,
  point: { latitude: telanaipura.latitude + north, longitude: telanaipura.longitude },
});

test('a degree of latitude is some 111 kilometres', () => {
  const metres = metresBetween(telanaipura, { ...telanaipura, latitude: -0.6 });
  expect(metres).toBeGreaterThan(111_000);
  expect(metres).toBeLessThan(111_400);
});

test('the walk goes to the nearest left, and whoever has no place comes last', () => {
  const stops = [
    at(0.03, 'jauh'),
    { name: 'tanpa titik', point: null },
    at(0.01, 'dekat'),
    at(0.02, 'tengah'),
  ];
  const route = routeFrom(telanaipura, stops);
  expect(route.map(({ stop }) => stop.name)).toEqual(['dekat', 'tengah', 'jauh', 'tanpa titik']);
  expect(Math.round((route[0]?.metres ?? 0) / 10)).toBe(111);
  expect(route[3]?.metres).toBeNull();
});

test('every stop is on the route once, whatever the places', () => {
  const point = fc.option(
    fc.record({
      latitude: fc.double({ min: -1.7, max: -1.5, noNaN: true }),
      longitude: fc.double({ min: 103.5, max: 103.7, noNaN: true }),
    }),
    { nil: null },
  );
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), point, (points, start) => {
      const stops = points.map((one, index) => ({ index, point: one }));
      const route = routeFrom(start, stops).map(({ stop }) => stop.index);
      expect([...route].sort((a, b) => a - b)).toEqual(stops.map((stop) => stop.index));
    }),
  );
});
