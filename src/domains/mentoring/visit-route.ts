/** A point on the ground, in degrees. */
export interface GroundPoint {
  readonly latitude: number;
  readonly longitude: number;
}

const earthRadiusMetres = 6_371_000;

/** Metres between two points along the ground (haversine). */
export function metresBetween(a: GroundPoint, b: GroundPoint): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = radians(b.latitude - a.latitude);
  const east = radians(b.longitude - a.longitude);
  const part =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(part)));
}

/** A stop and how far it is from the one before; null where either place is not known. */
export interface RouteStop<Stop> {
  readonly stop: Stop;
  readonly metres: number | null;
}

/**
 * The order in which to walk: from where one stands always to the nearest stop left; stops of unknown place come last,
 * in the order given. Without a start it begins at the first stop given.
 */
export function routeFrom<Stop extends { readonly point: GroundPoint | null }>(
  start: GroundPoint | null,
  stops: readonly Stop[],
): RouteStop<Stop>[] {
  const left = stops.filter((stop) => stop.point !== null);
  const route: RouteStop<Stop>[] = [];
  let here = start;
  while (left.length > 0) {
    let nearest = 0;
    if (here !== null)
      left.forEach((stop, index) => {
        if (distance(here, stop) < distance(here, left[nearest])) nearest = index;
      });
    const [stop] = left.splice(nearest, 1);
    if (!stop) break;
    route.push({ stop, metres: here === null ? null : distance(here, stop) });
    here = stop.point;
  }
  const unknown = stops.filter((stop) => stop.point === null);
  return [...route, ...unknown.map((stop) => ({ stop, metres: null }))];
}

function distance(here: GroundPoint | null, stop: { point: GroundPoint | null } | undefined) {
  return here && stop?.point ? metresBetween(here, stop.point) : Number.POSITIVE_INFINITY;
}
