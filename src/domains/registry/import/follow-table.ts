import { headerFit } from './heading-fit.ts';
import { headerKey } from './import-fields.ts';
import { isDataRow, isHeaderRow, type SourceRow, type TableShape } from './table-shape.ts';

/** For each column of the table, where the rows below stand; undefined where they have no such column. */
type Places = readonly (number | undefined)[];

/**
 * Reads the rows of a sheet below its heading in order, also where a second heading follows further down. A second table
 * of the same kind is read with its columns put where the first has them; the rows of one that speaks of something else
 * are left out and counted, for somebody to be told.
 */
export class TableFollower {
  readonly #shape: TableShape;
  #places: Places | 'same' | 'other' = 'same';
  /** The heading just passed, which may go on in the next row. */
  #heading: SourceRow[] = [];
  /** Rows of tables that are not of this kind. */
  left = 0;

  constructor(shape: TableShape) {
    this.#shape = shape;
  }

  /** The row as the first table would hold it; undefined where it is no data of this table. */
  read(row: SourceRow): SourceRow | undefined {
    if (row.number < this.#shape.firstDataRow) return undefined;
    if (isHeaderRow(row)) {
      this.#heading.push(row);
      this.#places = placesIn(this.#heading, this.#shape);
      return undefined;
    }
    this.#heading = [];
    if (!isDataRow(row)) return undefined;
    if (this.#places === 'same') return row;
    if (this.#places === 'other') {
      this.left++;
      return undefined;
    }
    return moved(row, this.#places);
  }
}

function placesIn(
  heading: readonly SourceRow[],
  { columns }: TableShape,
): Places | 'same' | 'other' {
  const rows = heading.map(({ cells }) => cells.map(headerKey));
  const width = Math.max(...rows.map((keys) => keys.length));
  const places: (number | undefined)[] = [];
  for (const { index, title } of columns) {
    const own = headerKey(title.split(' · ').at(-1)!);
    const holds = (at: number) => rows.some((keys) => keys[at] === own);
    // Where two columns bear one heading, the one in its old place is meant.
    const found = holds(index) ? index : Array.from({ length: width }, (_, at) => at).find(holds);
    places[index] = own === '' ? undefined : found;
  }
  const known = [...places.entries()].filter(([, at]) => at !== undefined);
  // Without somebody's name it is no list of people, whatever else it shares.
  const names = columns.some(({ index, title }) => places[index] !== undefined && isName(title));
  if (!names || known.length < 2) return 'other';
  return known.every(([index, at]) => index === at) ? 'same' : places;
}

function isName(title: string): boolean {
  return headerFit(title, 'name') >= 0.75 || headerFit(title, 'businessName') >= 0.75;
}

function moved(row: SourceRow, places: Places): SourceRow {
  const cells = Array.from(places, (at) => (at === undefined ? '' : (row.cells[at] ?? '')));
  if (row.notes === undefined) return { number: row.number, cells };
  const { notes } = row;
  const told = [...places.entries()].flatMap(([index, at]) =>
    at === undefined || notes[at] === undefined ? [] : [[index, notes[at]] as const],
  );
  return { number: row.number, cells, notes: Object.fromEntries(told) };
}
