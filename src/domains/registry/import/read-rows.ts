import type { ImportField } from './import-fields.ts';
import { type ReadingContext, readRow, type RowReading, spokenCell } from './row-reading.ts';
import type { SourceRow } from './table-shape.ts';
import { isTemplateExample } from './template.ts';

export interface ReadRow extends RowReading {
  readonly number: number;
}

const identity: readonly ImportField[] = [
  'name',
  'nik',
  'phone',
  'businessName',
  'address',
  'kelurahan',
  'birthDate',
  'nib',
];
const inherited: readonly ImportField[] = [
  'name',
  'nik',
  'kk',
  'sex',
  'birthDate',
  'phone',
  'address',
  'kelurahan',
  'kecamatan',
];

/**
 * Reads the rows of a sheet in order. A row that names nobody but has a product is a further product of the person above
 * it. Section titles, and the template's example row where it was left in, are no rows at all.
 */
export class RowReader {
  readonly #context: ReadingContext;
  #above: SourceRow | undefined;

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  read(rows: readonly SourceRow[]): ReadRow[] {
    return rows.flatMap((row) => {
      if (isTemplateExample(row.cells)) return [];
      const whole = this.#complete(row);
      return whole === undefined ? [] : [{ number: row.number, ...readRow(whole, this.#context) }];
    });
  }

  #complete(row: SourceRow): SourceRow | undefined {
    if (this.#has(row, identity)) {
      this.#above = row;
      return row;
    }
    if (!this.#has(row, ['product', 'kbliTitle']) || this.#above === undefined) return undefined;
    const cells = [...row.cells];
    const notes: Record<number, string> = { ...row.notes };
    for (const field of inherited) {
      const column = this.#context.mapping[field];
      if (column === undefined) continue;
      while (cells.length <= column) cells.push('');
      cells[column] = this.#above.cells[column] ?? '';
      const note = this.#above.notes?.[column];
      if (note !== undefined) notes[column] = note;
    }
    return { number: row.number, cells, notes };
  }

  #has(row: SourceRow, fields: readonly ImportField[]): boolean {
    return fields.some((field) => spokenCell(row, this.#context.mapping[field]) !== '');
  }
}
