import type { Boundary, Box, Point, Polygon, Ring } from './boundary.ts';

/** A piece of the world drawn flat: x to the east and y to the south, in units of the drawing. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  xOf(longitude: number): number;
  yOf(latitude: number): number;
  /** Back from the drawing to the world. */
  pointAt(x: number, y: number): Point;
}

/** Draws a box with some room around, as wide as told; a degree of longitude is narrower away from the equator. */
export function drawingOf(box: Box, width: number): Drawing {
  const room = Math.max(box.east - box.west, box.north - box.south, 0.002) * 0.06;
  const [west, north] = [box.west - room, box.north + room];
  const narrowing = Math.cos((((box.north + box.south) / 2) * Math.PI) / 180);
  const scale = width / ((box.east - box.west + 2 * room) * narrowing);
  return {
    width,
    height: Math.round((box.north - box.south + 2 * room) * scale),
    xOf: (longitude) => (longitude - west) * narrowing * scale,
    yOf: (latitude) => (north - latitude) * scale,
    pointAt: (x, y) => ({
      latitude: Math.round((north - y / scale) * 1e6) / 1e6,
      longitude: Math.round((west + x / (scale * narrowing)) * 1e6) / 1e6,
    }),
  };
}

/** The outline of a region as an SVG path. */
export function pathOf({ polygons }: Pick<Boundary, 'polygons'>, drawing: Drawing): string {
  return polygons
    .flat()
    .map((ring) =>
      ring
        .map(([x, y], at) => {
          const [drawnX, drawnY] = [drawing.xOf(x).toFixed(1), drawing.yOf(y).toFixed(1)];
          return `${at === 0 ? 'M' : 'L'}${drawnX} ${drawnY}`;
        })
        .join('')
        .concat('Z'),
    )
    .join('');
}

/**
 * The same borders with fewer positions: what lies nearer to the last one kept than so many degrees is left away. A page
 * sends borders to phones, and a survey has a position every metre.
 */
export function thinned(polygons: readonly Polygon[], degrees: number): Polygon[] {
  return polygons.map((polygon) => polygon.map((ring) => thinnedRing(ring, degrees)));
}

function thinnedRing(ring: Ring, degrees: number): Ring {
  const last = ring.length - 1;
  let [keptX, keptY] = ring[0] ?? [0, 0];
  const kept = ring.filter(([x, y], at) => {
    if (at > 0 && at < last && Math.hypot(x - keptX, y - keptY) < degrees) return false;
    [keptX, keptY] = [x, y];
    return true;
  });
  return kept.length < 4 ? ring : kept;
}
