import type { Box, Point } from './boundary.ts';

/** A degree of latitude; of longitude about as much, so near the equator. */
const kilometresADegree = 111.3;

/** How far outside a box a point lies; 0 inside. */
export function kilometresOutside(box: Box, { latitude, longitude }: Point): number {
  const east = Math.max(box.west - longitude, 0, longitude - box.east);
  const north = Math.max(box.south - latitude, 0, latitude - box.north);
  return Math.hypot(east, north) * kilometresADegree;
}
