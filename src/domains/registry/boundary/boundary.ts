/** Longitude and latitude in degrees (WGS 84), as GeoJSON orders them. */
export type Position = readonly [longitude: number, latitude: number];

/** Closed: the last position is the first again. */
export type Ring = readonly Position[];

/** The first ring goes around, the others are holes. */
export type Polygon = readonly Ring[];

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The borders of one region. */
export interface Boundary {
  readonly code: string;
  readonly polygons: readonly Polygon[];
}

/** Whether a point lies inside; on the border may be either. */
export function liesInside(polygons: readonly Polygon[], { latitude, longitude }: Point): boolean {
  return polygons.some(
    ([around, ...holes]) =>
      around !== undefined &&
      crossesOddly(around, longitude, latitude) &&
      !holes.some((hole) => crossesOddly(hole, longitude, latitude)),
  );
}

/** Whether a line from the point to the east crosses the ring an odd number of times. */
function crossesOddly(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1]!;
    const [bx, by] = ring[at]!;
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  }
  return inside;
}

/** The region a point lies in; null where it lies in none of them. */
export function regionAt(boundaries: readonly Boundary[], point: Point): string | null {
  return boundaries.find(({ polygons }) => liesInside(polygons, point))?.code ?? null;
}

export interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The smallest box around all of them; null around nothing. */
export function boxAround(boundaries: readonly Boundary[]): Box | null {
  const positions = boundaries.flatMap(({ polygons }) => polygons.flat(2));
  if (positions.length === 0) return null;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, east, south, north };
}
