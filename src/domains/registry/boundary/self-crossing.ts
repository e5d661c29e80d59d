import type { Position, Ring } from './boundary.ts';

interface Side {
  readonly at: number;
  readonly a: Position;
  readonly b: Position;
  readonly west: number;
  readonly east: number;
}

/**
 * Where a ring crosses itself, null where it does not. Sides that only touch are none: maps have rivers that pinch a
 * kelurahan at a point. Sides are gone through from west to east, so a ring of ten thousand takes a moment only.
 */
export function selfCrossing(ring: Ring): Position | null {
  const sides: Side[] = [];
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1]!, ring[at]!];
    sides.push({ at, a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) });
  }
  const count = sides.length;
  sides.sort((one, other) => one.west - other.west);
  let open: Side[] = [];
  for (const side of sides) {
    open = open.filter((other) => other.east >= side.west);
    for (const other of open) {
      const apart = Math.abs(side.at - other.at);
      if (apart !== 1 && apart !== count - 1 && crosses(side, other)) return side.a;
    }
    open.push(side);
  }
  return null;
}

function crosses({ a, b }: Side, { a: c, b: d }: Side): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Whether one turns left (1) or right (-1) at b on the way from a to c; 0 straight on. */
function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}
