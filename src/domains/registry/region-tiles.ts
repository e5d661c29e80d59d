/** Where a kecamatan stands on its city's tile map, column and row from 1. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/** Widest that reads on a phone. */
const widest = 4;

/**
 * Places by hand where somebody looked at the map; the river Batanghari runs between rows 1 and 2 of Kota Jambi.
 * Columns run from west to east, rows from north to south.
 */
const byHand: Readonly<Record<string, TilePlace>> = {
  '15.71.06': { column: 2, row: 1 },
  '15.71.05': { column: 3, row: 1 },
  '15.71.01': { column: 1, row: 2 },
  '15.71.10': { column: 2, row: 2 },
  '15.71.04': { column: 3, row: 2 },
  '15.71.03': { column: 4, row: 2 },
  '15.71.09': { column: 1, row: 3 },
  '15.71.07': { column: 2, row: 3 },
  '15.71.08': { column: 3, row: 3 },
  '15.71.02': { column: 4, row: 3 },
  '15.71.11': { column: 4, row: 4 },
};

/** Tile places of a city's kecamatan: as on the ground where we know it, else a grid in the order of their codes. */
export function tilePlaces(kecamatanCodes: readonly string[]): Map<string, TilePlace> {
  const ordered = [...kecamatanCodes].sort();
  const known = ordered.every((code) => byHand[code] !== undefined);
  const columns = Math.min(widest, Math.max(1, Math.ceil(Math.sqrt(ordered.length))));
  return new Map(
    ordered.map((code, index) => {
      const grid = { column: (index % columns) + 1, row: Math.floor(index / columns) + 1 };
      return [code, known ? (byHand[code] ?? grid) : grid];
    }),
  );
}
