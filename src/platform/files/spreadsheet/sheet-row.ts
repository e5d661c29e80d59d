/**
 * What is worth knowing about a cell beside its text.
 * - `number`: it was typed as a number, so leading zeros are gone.
 * - `lost-digits`: a number of more than 15 digits; Excel keeps 15, so the rest are zeros it made up.
 * - `date`: a date cell, written here as `YYYY-MM-DD`.
 * - `formula`: the value Excel last computed; never evaluated here.
 * - `error`: the cell shows an Excel error; its text is empty.
 * - `merged`: part of a merged range; the text is the range's.
 */
export type CellNote = 'number' | 'lost-digits' | 'date' | 'formula' | 'error' | 'merged';

export interface SheetRow {
  /** As the spreadsheet program numbers it, from 1. */
  readonly number: number;
  /** Text of every cell from column A on; an empty cell is ''. Trailing empty cells are left out. */
  readonly cells: readonly string[];
  /** Notes by column index from 0; absent when there is none. */
  readonly notes?: Readonly<Record<number, CellNote>>;
}

export interface SheetInfo {
  /** Position in the workbook, from 0. */
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** A run of rows of one sheet, in order; a sheet's batches follow each other. */
export interface SheetBatch {
  readonly sheet: SheetInfo;
  readonly rows: readonly SheetRow[];
}
