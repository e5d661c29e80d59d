import { expect, it } from 'vitest';
import { regionAt } from '#domains/registry/boundary/boundary.ts';
import { readBoundaries } from '#domains/registry/boundary/read-boundaries.ts';
import { tilePlaces } from '#domains/registry/region-tiles.ts';
import { regionsOf } from '#domains/registry/server/index.ts';
import { drawBoundaries, pointsWithin } from './demo-boundaries.ts';
import { demoCity } from './jambi.ts';

it('draws every kelurahan of Kota Jambi once, whole, with its points inside it', async () => {
  const rows = await regionsOf(demoCity.code);
  const tiles = tilePlaces(
    rows.filter(({ level }) => level === 'kecamatan').map(({ code }) => code),
  );
  const regions = rows.map((row) => ({
    ...row,
    tileColumn: tiles.get(row.code)?.column ?? null,
    tileRow: tiles.get(row.code)?.row ?? null,
  }));
  const kelurahan = rows.filter(({ level }) => level === 'kelurahan').map(({ code }) => code);
  const drawn = readBoundaries(drawBoundaries(regions), {
    city: demoCity.code,
    kelurahan: new Set(kelurahan),
  });
  expect(drawn.map(({ code }) => code).sort()).toEqual(kelurahan.sort());
  const pointOf = pointsWithin(regions);
  for (const code of kelurahan)
    for (const share of [0.2, 0.5, 0.8])
      expect(regionAt(drawn, pointOf(code, [share, 1 - share])!)).toBe(code);
});
