import type { Point } from '#domains/registry/boundary/boundary.ts';
import type { Region } from '#domains/registry/server/index.ts';

/** A place on the grid of kecamatan, in tiles to the east and to the south of its corner. */
type Spot = readonly [east: number, south: number];

interface Cell {
  readonly code: string;
  readonly from: Spot;
  readonly to: Spot;
}

/** Where Kota Jambi lies, and how large a tile is, in degrees. */
const corner = { west: 103.53, north: -1.545 };
const tile = { east: 0.036, south: 0.033 };
/** Straight sides are bent at so many places. */
const bends = 8;

/**
 * Borders of every kelurahan as a program draws them: its kecamatan's tile cut into pieces, and the whole bent like a map.
 * They look like a city and are none: a real city loads its own file.
 */
export function drawBoundaries(regions: readonly Region[]): string {
  const features = cellsOf(regions).map(({ code, from, to }) => ({
    type: 'Feature',
    properties: { code },
    geometry: {
      type: 'Polygon',
      coordinates: [outline(from, to).map((spot) => position(bent(spot)))],
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** A point of each kelurahan, a share of the way through it from west to east and from north to south. */
export function pointsWithin(
  regions: readonly Region[],
): (code: string, share: Spot) => Point | null {
  const cells = new Map(cellsOf(regions).map((cell) => [cell.code, cell]));
  return (code, share) => {
    const cell = cells.get(code);
    if (!cell) return null;
    const [longitude, latitude] = position(bent(between(cell.from, cell.to, share)));
    return { latitude, longitude };
  };
}

function cellsOf(regions: readonly Region[]): Cell[] {
  return regions.flatMap((kecamatan) => {
    if (kecamatan.tileColumn === null || kecamatan.tileRow === null) return [];
    const [left, top] = [kecamatan.tileColumn - 1, kecamatan.tileRow - 1];
    const own = regions.filter(({ parentCode }) => parentCode === kecamatan.code);
    const rows = Math.round(Math.sqrt(own.length));
    return Array.from({ length: rows }, (_, row) => {
      const piece = own.filter((_one, at) => at % rows === row);
      return piece.map(({ code }, at) => ({
        code,
        from: [left + at / piece.length, top + row / rows] as const,
        to: [left + (at + 1) / piece.length, top + (row + 1) / rows] as const,
      }));
    }).flat();
  });
}

function outline(from: Spot, to: Spot): Spot[] {
  const corners: Spot[] = [from, [to[0], from[1]], to, [from[0], to[1]], from];
  const sides = corners.slice(1).flatMap((end, at) => {
    const start = corners[at]!;
    return Array.from({ length: bends }, (_, step) =>
      between(start, end, [step / bends, step / bends]),
    );
  });
  return [...sides, from];
}

function between(from: Spot, to: Spot, share: Spot): Spot {
  return [from[0] + (to[0] - from[0]) * share[0], from[1] + (to[1] - from[1]) * share[1]];
}

/** Gently enough that nothing folds over: neighbours stay neighbours. */
function bent([x, y]: Spot): Spot {
  return [
    x + 0.13 * Math.sin(2.1 * y + 0.6) + 0.03 * Math.sin(6.1 * y + 1.7),
    y + 0.13 * Math.sin(1.9 * x + 2.2) + 0.03 * Math.sin(5.3 * x + 0.4),
  ];
}

function position([x, y]: Spot): [longitude: number, latitude: number] {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return [round(corner.west + x * tile.east), round(corner.north - y * tile.south)];
}
