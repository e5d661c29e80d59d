/** Somebody who stands in a draw. */
export interface Standing {
  readonly personId: string;
  /** Null where nobody knows where she lives: those are drawn together. */
  readonly kelurahan: string | null;
  readonly womenHeaded: boolean;
}

export interface Drawn extends Standing {
  /** Within her kelurahan, from 1. */
  readonly rank: number;
  readonly chosen: boolean;
}

/**
 * Shares places out in proportion to how many stand in each kelurahan: whole shares first, what is left to the largest
 * remainders (Hamilton), equal ones by code. Nobody gets more places than she has people.
 */
export function sharePlaces(
  standing: ReadonlyMap<string, number>,
  places: number,
): Map<string, number> {
  const total = [...standing.values()].reduce((sum, count) => sum + count, 0);
  const open = Math.min(places, total);
  const shares = [...standing]
    .map(([code, count]) => ({
      code,
      whole: Math.floor((open * count) / total),
      rest: (open * count) % total,
    }))
    .toSorted((one, other) => other.rest - one.rest || (one.code < other.code ? -1 : 1));
  let left = open - shares.reduce((sum, share) => sum + share.whole, 0);
  return new Map(
    shares.map(({ code, whole }) => {
      const more = left > 0 ? 1 : 0;
      left -= more;
      return [code, whole + more];
    }),
  );
}

/**
 * Draws a list of invitations. The same people, places and order give the same list, in whatever order they are handed
 * in.
 *
 * @param lotOf each person's lot, a text that nobody can choose; the smallest go first
 * @param womenFirst families headed by a woman go before the others of their kelurahan
 */
export function drawInvitations(
  pool: readonly Standing[],
  draw: {
    readonly places: number;
    readonly womenFirst: boolean;
    readonly lotOf: (personId: string) => string;
  },
): Drawn[] {
  const byPlace = new Map<string, (Standing & { lot: string })[]>();
  for (const one of pool) {
    const code = one.kelurahan ?? '';
    const neighbours = byPlace.get(code) ?? [];
    neighbours.push({ ...one, lot: draw.lotOf(one.personId) });
    byPlace.set(code, neighbours);
  }
  const places = sharePlaces(
    new Map([...byPlace].map(([code, people]) => [code, people.length])),
    draw.places,
  );
  const before = (one: Standing & { lot: string }, other: Standing & { lot: string }) =>
    (draw.womenFirst ? Number(other.womenHeaded) - Number(one.womenHeaded) : 0) ||
    (one.lot < other.lot ? -1 : 1);
  return [...byPlace]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([code, people]) =>
      people.toSorted(before).map(({ lot: _lot, ...one }, at) => ({
        ...one,
        rank: at + 1,
        chosen: at < (places.get(code) ?? 0),
      })),
    );
}
