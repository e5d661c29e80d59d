/** How a column is written. Money and counts are numbers; NIK, phones and codes are text and stay whole. */
export type ColumnKind = 'text' | 'number' | 'rupiah' | 'date';

export interface OutputColumn {
  readonly title: string;
  readonly kind?: ColumnKind;
  /** Width in characters; by default that of the title, at least 12. */
  readonly width?: number;
}

/** Dates are `YYYY-MM-DD` strings. */
export type OutputValue = string | number | bigint | null | undefined;

export type OutputRow = readonly OutputValue[];

export interface OutputSheet {
  readonly name: string;
  /** Lines above the table: what it is, its cut-off, who downloaded it. */
  readonly preface?: readonly string[];
  readonly columns: readonly OutputColumn[];
  readonly rows: Iterable<OutputRow> | AsyncIterable<OutputRow>;
}
