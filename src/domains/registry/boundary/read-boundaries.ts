import type { Boundary, Polygon, Position, Ring } from './boundary.ts';
import { boundaryProblems } from './boundary-problems.ts';
import { selfCrossing } from './self-crossing.ts';

/** The city whose borders are read, and the kelurahan it has. */
export interface BoundariesOf {
  readonly city: string;
  readonly kelurahan: ReadonlySet<string>;
}

/** A hundred kelurahan surveyed to the metre have some hundred thousand. */
const mostPoints = 400_000;
/** Six decimals of a degree are eleven centimetres. */
const exact = 1_000_000;

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/**
 * Reads the borders of a city's kelurahan from GeoJSON (RFC 7946): a collection of areas, each with its Kemendagri code
 * in whichever of its columns. Some may be missing; what is there must be whole.
 *
 * @throws Refusal not-geojson, no-boundaries, boundary-without-code, boundaries-of-another-city, unknown-regions,
 *   boundary-twice, broken-boundary, not-degrees, crosses-itself, too-many-points
 */
export function readBoundaries(text: string, of: BoundariesOf): Boundary[] {
  const areas = featuresOf(text).filter(({ geometry }) => /^(Multi)?Polygon$/.test(geometry.type));
  if (areas.length === 0) throw boundaryProblems.noBoundaries();
  const coded = areas.map((area, at) => ({ area, code: codeOf(area, at) }));
  const codes = coded.map(({ code }) => code);
  const own = codes.filter((code) => code.startsWith(`${of.city}.`));
  if (own.length === 0)
    throw boundaryProblems.boundariesOfAnotherCity({
      theirs: codes[0]!.slice(0, 5),
      ours: of.city,
    });
  const unknown = codes.filter((code) => !of.kelurahan.has(code));
  if (unknown.length > 0) throw boundaryProblems.unknownRegions({ codes: unknown });
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) throw boundaryProblems.boundaryTwice({ code: twice });
  const boundaries = coded.map(({ area, code }) => ({
    code,
    polygons: polygonsOf(area.geometry, code),
  }));
  const points = boundaries.reduce((sum, { polygons }) => sum + polygons.flat(2).length, 0);
  if (points > mostPoints) throw boundaryProblems.tooManyPoints({ most: mostPoints });
  for (const { code, polygons } of boundaries) refuseCrossing(code, polygons);
  return boundaries;
}

function featuresOf(text: string): Feature[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw boundaryProblems.notGeojson();
  }
  const features = isRecord(parsed) ? parsed.features : null;
  if (!Array.isArray(features)) throw boundaryProblems.notGeojson();
  return features.map((one: unknown) => {
    const geometry = isRecord(one) ? one.geometry : null;
    const properties = isRecord(one) ? one.properties : null;
    return {
      properties: isRecord(properties) ? properties : {},
      geometry: isRecord(geometry)
        ? { type: String(geometry.type), coordinates: geometry.coordinates }
        : { type: '', coordinates: null },
    };
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Files name the column kode, KODE_KD, KDEPUM and otherwise: a kelurahan's code is told by what it looks like. */
function codeOf({ properties }: Feature, at: number): string {
  for (const value of Object.values(properties)) {
    if (/^(\d{10}|\d{2}\.\d{2}\.\d{2}\.\d{4})$/.test(String(value)))
      return String(value)
        .replaceAll('.', '')
        .replace(/^(..)(..)(..)/, '$1.$2.$3.');
  }
  throw boundaryProblems.boundaryWithoutCode({
    number: at + 1,
    columns: Object.keys(properties).slice(0, 8),
  });
}

function polygonsOf({ type, coordinates }: Feature['geometry'], code: string): Polygon[] {
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0)
    throw boundaryProblems.brokenBoundary({ code });
  return polygons.map((polygon: unknown) => {
    if (!Array.isArray(polygon) || polygon.length === 0)
      throw boundaryProblems.brokenBoundary({ code });
    return polygon.map((ring: unknown) => ringOf(ring, code));
  });
}

/** Positions that stand twice in a row are one; a height is left away. */
function ringOf(written: unknown, code: string): Ring {
  if (!Array.isArray(written)) throw boundaryProblems.brokenBoundary({ code });
  const ring: Position[] = [];
  for (const position of written as unknown[]) {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof x !== 'number' || typeof y !== 'number')
      throw boundaryProblems.brokenBoundary({ code });
    // Indonesia lies between 95 and 142 degrees east, 12 south and 7 north.
    if (x < 94 || x > 142 || y < -12 || y > 7) throw boundaryProblems.notDegrees({ code });
    const next: Position = [Math.round(x * exact) / exact, Math.round(y * exact) / exact];
    const last = ring.at(-1);
    if (last?.[0] !== next[0] || last[1] !== next[1]) ring.push(next);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    throw boundaryProblems.brokenBoundary({ code });
  return ring;
}

function refuseCrossing(code: string, polygons: readonly Polygon[]): void {
  for (const ring of polygons.flat()) {
    const near = selfCrossing(ring);
    if (near) throw boundaryProblems.crossesItself({ code, near: `${near[1]}, ${near[0]}` });
  }
}
