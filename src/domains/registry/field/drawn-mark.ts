/** The field a signature or thumb is drawn in; its path is kept in these units whatever the screen. */
export const markField = { width: 320, height: 160 } as const;

/** What a mark's path may consist of, so that it can be drawn again anywhere without being trusted. */
export const markPattern = /^M[MLZ0-9. -]+$/;

export interface MarkPoint {
  /** In units of `markField`. */
  readonly x: number;
  readonly y: number;
}

const longestMark = 20_000;
/** Ink shorter than this is a slip of the finger. */
const leastInk = 24;

/**
 * Strokes as an SVG path, with a point at most every two units; null when nothing but slips was drawn. A long mark is
 * drawn with fewer points rather than cut.
 */
export function pathOfMark(strokes: readonly (readonly MarkPoint[])[]): string | null {
  if (inkOf(strokes) < leastInk) return null;
  for (let step = 2; ; step *= 2) {
    const path = strokes
      .filter((stroke) => stroke.length > 0)
      .map((stroke) => pathOfStroke(stroke, step))
      .join(' ');
    if (path.length <= longestMark) return path;
  }
}

/** The outline of a thumb pressed on the screen: an oval around where it lay, in units of `markField`. */
export function pathOfThumb(at: MarkPoint & { rx: number; ry: number }): string {
  const points = Array.from({ length: 24 }, (_, i) => {
    const angle = (i / 24) * 2 * Math.PI;
    return `${round(at.x + at.rx * Math.cos(angle))} ${round(at.y + at.ry * Math.sin(angle))}`;
  });
  return `M${points[0]} ${points
    .slice(1)
    .map((point) => `L${point}`)
    .join(' ')} Z`;
}

function inkOf(strokes: readonly (readonly MarkPoint[])[]): number {
  let ink = 0;
  for (const stroke of strokes) {
    for (let i = 1; i < stroke.length; i++) ink += distance(stroke[i - 1]!, stroke[i]!);
  }
  return ink;
}

function pathOfStroke(stroke: readonly MarkPoint[], step: number): string {
  const kept: MarkPoint[] = [];
  for (const [i, point] of stroke.entries()) {
    const last = kept.at(-1);
    if (!last || distance(last, point) >= step || i === stroke.length - 1) kept.push(point);
  }
  const [first, ...rest] = kept.map(({ x, y }) => `${round(x)} ${round(y)}`);
  // A dot is a line to itself: drawn with round ends it shows.
  const lines = rest.length > 0 ? rest : [first];
  return `M${first} ${lines.map((point) => `L${point}`).join(' ')}`;
}

function distance(a: MarkPoint, b: MarkPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
